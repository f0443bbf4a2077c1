/** There is no network in the sandbox: a plugin that asks for it has to be seen. */
export function requestUrl(request: string | { url: string }): never {
  throw new Error(`requestUrl(${typeof request === "string" ? request : request.url}): the sandbox has no network`);
}

export function request(what: string | { url: string }): never {
  return requestUrl(what);
}
