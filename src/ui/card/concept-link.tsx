import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** What a click on a link inside a card does. */
export const FollowLink = createContext<(target: string, event: MouseEvent) => void>(() => undefined);

/** A link to another concept; the attribute is how hovering finds it. */
export function ConceptLink({ target, text }: { target: string; text: string }) {
  const follow = useContext(FollowLink);
  return (
    <a
      class="reglab-card-link"
      href="#"
      data-reglab-link={target}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        follow(target, event);
      }}
    >
      {text}
    </a>
  );
}
