import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer: one page for all hosts. `#core/…` is resolved by package.json "imports", as in Node. */
export default defineConfig({
  root: 'src-renderer',
  // Opened from a file in Electron and below a token path in the web host: nothing may hang on the origin.
  base: './',
  publicDir: false,
  cacheDir: '../.cache/vite',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    // Chromium of the pinned Electron, and the browsers of the last years in the web host.
    target: 'es2023',
    // The content security policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // antd is one large piece however it is cut, and it loads from the same disk.
    chunkSizeWarningLimit: 2500,
    rolldownOptions: {
      // The bundled faces: hosts serve them from resources/fonts, so that they lie in the program once.
      external: [/^\/fonts\//],
      output: {
        codeSplitting: {
          groups: [
            { name: 'editor', test: /node_modules[\\/](@tiptap|prosemirror-[^\\/]+)[\\/]/, priority: 3 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+|dayjs)[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
});
