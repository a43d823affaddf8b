// Links from one page of the dashboard to another. Followed by the browser they would load everything anew, and with it
// end the session and the change it has on trial; so a plain click is reported instead.

const INSIDE = '[data-testid="stMain"] a[href^="?"]';

export default ({ parentElement, setTriggerValue }) => {
  parentElement.follow?.();
  const onClick = (event) => {
    const link = event.target.closest?.(INSIDE);
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setTriggerValue("go", link.getAttribute("href").slice(1));
    document.querySelector('[data-testid="stMain"]').scrollTo({ top: 0 });
  };
  document.addEventListener("click", onClick);
  parentElement.follow = () => document.removeEventListener("click", onClick);
  return () => { if (!parentElement.isConnected) parentElement.follow(); };
};
