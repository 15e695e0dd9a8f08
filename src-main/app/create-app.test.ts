import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { createApp } from './create-app.ts';
import { dispatch } from './dispatch.ts';

it('一个进程里可以开几个库，互不相干；同一个库不能开两次', async () => {
  const [one, two] = [temporaryFolder(), temporaryFolder()].map((folder) => join(folder, 'niwen.sqlite'));
  const app = createApp(quietPorts({ databaseFile: one! }));
  const other = createApp(quietPorts({ databaseFile: two! }));
  await dispatch(app, { method: 'person.set', input: { name: '张三', post: '' } });
  expect(await dispatch(other, { method: 'person.current', input: undefined })).toEqual({ ok: true, output: null });
  expect(() => createApp(quietPorts({ databaseFile: one! }))).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
  app.close();
  other.close();
});

it('关闭再打开，人和文稿都在', async () => {
  const databaseFile = join(temporaryFolder(), 'niwen.sqlite');
  const app = createApp(quietPorts({ databaseFile }));
  await dispatch(app, { method: 'person.set', input: { name: '张三', post: '科员' } });
  await dispatch(app, { method: 'document.fromExample', input: { template: 'notice' } });
  app.close();
  const again = createApp(quietPorts({ databaseFile }));
  expect(await dispatch(again, { method: 'person.current', input: undefined })).toMatchObject({ output: { name: '张三' } });
  expect(await dispatch(again, { method: 'document.list', input: {} })).toMatchObject({ output: { total: 1 } });
  again.close();
});
