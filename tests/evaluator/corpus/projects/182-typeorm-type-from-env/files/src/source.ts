import { DataSource, EntitySchema } from 'typeorm';

export const TagSchema = new EntitySchema<{ name: string }>({ name: 'tag', columns: { name: { type: 'text', primary: true } } });

export const source = new DataSource({
  type: (process.env.DB_TYPE as any) || 'postgres',
  host: 'postgres',
  username: 'user',
  password: 'password',
  database: 'conduit',
  entities: [TagSchema],
  synchronize: true,
});
