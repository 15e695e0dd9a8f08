import { Button, Segmented, Select } from 'antd';
import type { Settings } from '#core/contract/model.ts';
import { ChevronDownIcon, MoonIcon, SunIcon } from '../../ui/icons.tsx';
import { useWorkplace } from '../workplace.tsx';

const ZOOMS = [75, 90, 100, 110, 125, 150, 200] as const;

/** 外观与本机: how the window looks, where the drafts lie. */
export function WindowSection() {
  const { host, info, settings, saveSettings, report } = useWorkplace();
  const zooms = [...new Set([...ZOOMS, settings.zoom])].sort((a, b) => a - b);
  return (
    <>
      <section className="block" aria-labelledby="settings-look">
        <div className="block-head"><h2 id="settings-look">外观</h2></div>
        <div className="setting">
          <span className="setting-label" id="setting-theme">窗口</span>
          <Segmented aria-labelledby="setting-theme" value={settings.theme} onChange={(value) => void saveSettings({ theme: value as Settings['theme'] })}
            options={[{ value: 'light', label: '浅色', icon: <SunIcon /> }, { value: 'dark', label: '深色', icon: <MoonIcon /> }]} />
          <span className="quiet small">纸始终是白的，印出来什么样就什么样</span>
        </div>
        <div className="setting">
          <label className="setting-label" htmlFor="setting-zoom">纸面缩放</label>
          <Select suffixIcon={<ChevronDownIcon size="tiny" />} id="setting-zoom" className="setting-zoom" value={settings.zoom} options={zooms.map((zoom) => ({ value: zoom, label: `${zoom} %` }))} onChange={(zoom) => void saveSettings({ zoom })} />
        </div>
      </section>
      <section className="block" aria-labelledby="settings-machine">
        <div className="block-head"><h2 id="settings-machine">本机</h2></div>
        <div className="setting">
          <span className="setting-label">文稿存放</span>
          <code className="setting-path ellipsis" title={info.dataFolder}>{info.dataFolder}</code>
          {info.nativeDialogs && <Button size="small" onClick={() => void host.call('shell.reveal', { path: info.dataFolder }).catch(report)}>打开文件夹</Button>}
        </div>
        <div className="setting"><span className="setting-label">版本</span><span>拟文 {info.version}</span></div>
      </section>
    </>
  );
}
