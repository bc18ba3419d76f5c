@Controller('users')
export class Users<T> extends Base<T, 'x'> implements OnInit {
  private readonly url: string = process.env.DB!;
  @Column({ type: 'text' }) declare name?: string;
  constructor(private readonly users: Repository<User>, @Inject('X') public x = 3, y?: string, ...rest: any[]) { super(); }
  @Get(':id') @Cached
  async show(@Param('id') id: string, { a, b }: { a: string; b: number }): Promise<User | null> {
    return (await this.users.findOne<User>({ where: { id } })) as User;
  }
  abstract later(): void;
  list = async (): Promise<void> => { await this.users.find(); };
}
@Entity class User { @PrimaryKey() id!: number; }
interface Row extends A, B<C> { id: number; load(): void; }
type Shape = { width: number; height?: number };
const enum Level { Low = 'low', High = 1 + 1 }
const g = h satisfies H, i = <J>k, l = m!.n![0]!;
function typed<T>(this: Window, a: Map<string, number>, b = 'x', c?: () => void): a is string { return true; }
