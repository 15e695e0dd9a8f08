import { Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Settings } from '#core/contract/model.ts';
import { ChevronDownIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import { useWorkplace } from './workplace.tsx';
import './settings.css';

const ZOOMS = [75, 90, 100, 110, 125, 150, 200] as const;

/** 设置: what new drafts begin with, how the window looks, where the drafts lie. Each change is kept at once. */
export function SettingsScreen() {
  const { host, info, settings, saveSettings, report } = useWorkplace();
  const zooms = [...new Set([...ZOOMS, settings.zoom])].sort((a, b) => a - b);
  return (
    <div className="settings">
      <div className="screen-head"><h1>设置</h1><span className="screen-note">改了就存</span></div>
      <section className="block" aria-labelledby="settings-drafts">
        <div className="block-head"><h2 id="settings-drafts">拟稿默认值</h2><span className="quiet small">新建公文时自动填上，稿子里可以再改</span></div>
        <TextSetting name="issuer" label="发文机关" placeholder="机关全称或规范化简称" />
        <TextSetting name="agencyCode" label="机关代字" placeholder="如：照保函" help="发文字号由它起头：代字〔年份〕序号" />
        <TextSetting name="contact" label="联系人及电话" placeholder="如：照护服务司　周予安　010-00001234" />
      </section>
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
    </div>
  );
}

type TextName = 'issuer' | 'agencyCode' | 'contact';

function TextSetting({ name, label, placeholder, help }: { readonly name: TextName; readonly label: string; readonly placeholder: string; readonly help?: string }) {
  const { settings, saveSettings } = useWorkplace();
  const [value, setValue] = useState(settings[name]);
  const save = (): void => {
    if (value.trim() !== settings[name]) void saveSettings({ [name]: value.trim() });
  };
  return (
    <div className="setting">
      <label className="setting-label" htmlFor={`setting-${name}`}>{label}</label>
      <Input id={`setting-${name}`} className="setting-text" value={value} placeholder={placeholder} maxLength={name === 'agencyCode' ? 100 : 200} onChange={(event) => setValue(event.target.value)} onBlur={save} onPressEnter={save} />
      {help && <span className="quiet small">{help}</span>}
    </div>
  );
}
