/** A process of its own that opens a library and either holds it or tells why it cannot; as another user where one is named. */
import Database from 'better-sqlite3';
import { AppError } from '#core/contract/failure.ts';
import { openDatabase } from '#main/store/open-database.ts';

const [file, user] = process.argv.slice(2);
if (user !== undefined) {
  // The other user may not be able to read this project: what is needed of it is loaded before.
  new Database(':memory:').close();
  process.setuid!(Number(user));
}
try {
  const db = openDatabase(file!, new Date());
  console.log('open');
  setInterval(() => db.open, 1000);
} catch (error) {
  console.log(error instanceof AppError ? error.code : String(error));
}
