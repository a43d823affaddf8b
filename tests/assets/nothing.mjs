// The little of a document that the engine asks for when it is loaded without a page: it has nothing.

export const NOTHING = {
  querySelectorAll: () => [],
  querySelector: () => null,
  getElementById: () => null,
  body: {},
  documentElement: { scrollTop: 0, scrollTo() {} },
  createElement: () => ({ getContext: () => null }),
};
