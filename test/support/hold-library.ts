/** A process of its own that opens a library and either holds it or tells why it cannot. */
import { AppError } from '#core/contract/failure.ts';
import { openDatabase } from '#main/store/open-database.ts';

try {
  const db = openDatabase(process.argv[2]!, new Date());
  console.log('open');
  setInterval(() => db.open, 1000);
} catch (error) {
  console.log(error instanceof AppError ? error.code : String(error));
}
