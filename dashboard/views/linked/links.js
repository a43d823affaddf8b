// What every page needs: links to the other pages, and paper.

// Followed by the browser, a link from one page of the dashboard to another would load everything anew, and with it end the
// session and the change it has on trial; so a plain click is reported instead.
const INSIDE = '[data-testid="stMain"] a[href^="?"]';

const CLOSED = '[data-testid="stMain"] details:not([open], .menu)';
const opened = new Set(); // for paper, on which nothing can be opened

/** Open what is closed before the page is printed, and close it again afterwards. */
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(CLOSED)) {
    opened.add(details);
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened.clear();
});

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
