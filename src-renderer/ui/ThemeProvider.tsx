import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLayoutEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { createTheme } from './theme.ts';
import type { ThemeMode } from './theme.ts';
import './tokens.css';
import './overrides.css';

dayjs.locale('zh-cn');

/** Colours, sizes and Chinese wording for everything inside; `dark` darkens the surroundings, never the paper. */
export function ThemeProvider({ mode, children }: { readonly mode: ThemeMode; readonly children: ReactNode }) {
  const theme = useMemo(() => createTheme(mode), [mode]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = mode;
    document.documentElement.style.colorScheme = mode;
  }, [mode]);
  return (
    <ConfigProvider theme={theme} locale={zhCN} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      {/* No motion of the library's: on a busy machine a toast put away while it was still coming in stayed, unseen, over what lies below. */}
      <App className="app-root" message={{ maxCount: 3, transitionName: '' }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
