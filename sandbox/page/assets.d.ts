/** A style sheet that the page carries as text; one imported for its effect alone becomes part of page.css. */
declare module "*.css" {
  const text: string;
  export default text;
}
