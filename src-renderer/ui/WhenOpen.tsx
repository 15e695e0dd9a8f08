import type { ReactNode } from 'react';

/** Content of a popover, computed only while it is open: antd calls a function given as content with every drawing of the closed button. */
export const WhenOpen = ({ content }: { readonly content: () => ReactNode }): ReactNode => content();
