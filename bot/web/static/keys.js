// The keyboard: everything can be done with it, and an option can be chosen by its number.

// Without a pointer that hovers there is hardly a keyboard: Enter on the glass makes a new line.
export const touch = matchMedia("(hover: none)").matches;

export function listen(pane) {
  pane.root.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.target === pane.input ? whileWriting(pane, event) : elsewhere(pane, event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function whileWriting(pane, event) {
  if (event.key === "Enter" && !event.shiftKey && !touch) return () => pane.submit();
  if (event.key === "Escape" && pane.replyTo) return () => pane.unreply();
  if (pane.input.value) return null;
  if (event.key === "ArrowUp" && pane.current) return () => pane.current.querySelector(".option").focus();
  // "3 hari lampu mati" may begin an answer in words: then a number waits for Enter.
  const free = ["text", "place"].includes(pane.asked) || pane.uploads.items.length;
  const option = free ? null : pane.numbered(event.key);
  return option ? () => pane.press(option) : null;
}

function elsewhere(pane, event) {
  if (pane.sure.open) return null;
  const option = pane.numbered(event.key);
  if (option) return () => pane.press(option);
  if (event.key === "Escape") return () => pane.input.focus();
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const group = event.target.closest?.(".options, .starters");
  if (!step || !group) return null;
  const buttons = [...group.querySelectorAll("button")];
  const next = buttons[buttons.indexOf(event.target) + step];
  return () => (next ?? pane.input).focus();
}
