import { DocumentIcon, HomeIcon, SettingsIcon, TemplateIcon } from '../ui/icons.tsx';
import type { HomeView } from '../library/workplace.tsx';

/** The screens behind the home tab, in the order of the rail. */
export const HOME_VIEWS = {
  desk: { name: '工作台', Icon: HomeIcon },
  library: { name: '文稿', Icon: DocumentIcon },
  templates: { name: '模板', Icon: TemplateIcon },
  settings: { name: '设置', Icon: SettingsIcon },
} as const satisfies Record<HomeView, unknown>;

/** Always at the left edge; a draft that is open belongs to 文稿. */
export function Rail({ current, onShow }: { readonly current: HomeView; readonly onShow: (view: HomeView) => void }) {
  const item = (view: HomeView) => {
    const { name, Icon } = HOME_VIEWS[view];
    return (
      <button key={view} type="button" className={current === view ? 'rail-item on' : 'rail-item'} aria-current={current === view ? 'page' : undefined} onClick={() => onShow(view)}>
        <Icon size="large" />
        {name}
      </button>
    );
  };
  return (
    <nav className="rail" aria-label="主导航" data-region="rail">
      {item('desk')}
      {item('library')}
      {item('templates')}
      <span className="spring" />
      {item('settings')}
    </nav>
  );
}
