import { randomUUID, scryptSync } from 'node:crypto';

/** The whole of Conduit without HTTP. What it refuses, it throws as [status, reason]. */
export class Conduit {
  #users = new Map(); // name -> { username, email, salt, password, bio, image, following: Set of users }
  #sessions = new Map(); // token -> user
  #articles = new Map(); // slug -> article; the oldest first
  #comments = 0;

  userWithToken(token) {
    return this.#sessions.get(token);
  }

  register(wishes) {
    const [email, username] = [text(wishes, 'email'), text(wishes, 'username')];
    const user = { email, username, bio: '', image: '', following: new Set() };
    setPassword(user, text(wishes, 'password'));
    this.#checkFree(wishes);
    this.#users.set(user.username, user);
    return this.#account(user);
  }

  login(wishes) {
    const [email, password] = [text(wishes, 'email'), text(wishes, 'password')];
    const user = [...this.#users.values()].find((other) => other.email === email);
    if (!user || hashed(password, user.salt) !== user.password) throw [401, 'email or password is wrong'];
    return this.#account(user);
  }

  account(user) {
    return this.#account(user);
  }

  changeUser(user, wishes) {
    this.#checkFree(wishes, user);
    const changes = texts(wishes, ['email', 'username', 'password']);
    if (changes.password) setPassword(user, changes.password);
    delete changes.password;
    this.#users.delete(user.username);
    Object.assign(user, changes);
    this.#users.set(user.username, user);
    user.bio = note(wishes, 'bio', user.bio);
    user.image = note(wishes, 'image', user.image);
    return this.#account(user);
  }

  profile(name, viewer) {
    return profileOf(this.#user(name), viewer);
  }

  follow(name, viewer, on) {
    const user = this.#user(name);
    if (on) viewer.following.add(user);
    else viewer.following.delete(user);
    return profileOf(user, viewer);
  }

  articles({ tag, author, favorited, ...page }, viewer) {
    return this.#page(page, viewer, (article) => (!tag || article.tagList.includes(tag))
      && (!author || article.author.username === author)
      && (!favorited || article.fans.has(this.#users.get(favorited))));
  }

  feed(page, viewer) {
    return this.#page(page, viewer, (article) => viewer.following.has(article.author));
  }

  write(wishes, viewer) {
    const now = new Date();
    const article = {
      slug: '', title: text(wishes, 'title'), description: text(wishes, 'description'), body: text(wishes, 'body'),
      tagList: wishes.tagList ?? [], createdAt: now, updatedAt: now, author: viewer, fans: new Set(), comments: [],
    };
    if (!isListOfTexts(article.tagList)) throw [422, 'tagList is no list of texts'];
    article.slug = this.#freeSlug(article.title);
    this.#articles.set(article.slug, article);
    return articleOf(article, viewer);
  }

  article(slug, viewer) {
    return articleOf(this.#article(slug), viewer);
  }

  rewrite(slug, wishes, viewer) {
    const article = this.#ownArticle(slug, viewer);
    const changes = texts(wishes, ['title', 'description', 'body']);
    if (changes.title && changes.title !== article.title) {
      changes.slug = this.#freeSlug(changes.title);
      const slugs = [...this.#articles].map(([old, other]) => [other === article ? changes.slug : old, other]);
      this.#articles = new Map(slugs);
    }
    Object.assign(article, changes, { updatedAt: new Date() });
    return articleOf(article, viewer);
  }

  remove(slug, viewer) {
    this.#ownArticle(slug, viewer);
    this.#articles.delete(slug);
  }

  favorite(slug, viewer, on) {
    const article = this.#article(slug);
    if (on) article.fans.add(viewer);
    else article.fans.delete(viewer);
    return articleOf(article, viewer);
  }

  comments(slug, viewer) {
    return this.#article(slug).comments.map((comment) => commentOf(comment, viewer));
  }

  comment(slug, wishes, viewer) {
    const article = this.#article(slug);
    const comment = { body: text(wishes, 'body'), id: (this.#comments += 1), createdAt: new Date(), author: viewer };
    article.comments.push(comment);
    return commentOf(comment, viewer);
  }

  removeComment(slug, id, viewer) {
    const { comments } = this.#article(slug);
    const at = comments.findIndex((comment) => comment.id === Number(id));
    if (at < 0) throw [404, 'there is no such comment'];
    if (comments[at].author !== viewer) throw [403, 'that comment is not yours'];
    comments.splice(at, 1);
  }

  tags() {
    return [...new Set([...this.#articles.values()].flatMap((article) => article.tagList))];
  }

  #account(user) {
    const token = randomUUID();
    this.#sessions.set(token, user);
    return { email: user.email, token, username: user.username, bio: user.bio, image: user.image };
  }

  #checkFree(wishes, self) {
    for (const user of this.#users.values()) {
      if (user === self) continue;
      if (user.email === wishes?.email) throw [422, 'email is taken'];
      if (user.username === wishes?.username) throw [422, 'username is taken'];
    }
  }

  #user(name) {
    const user = this.#users.get(name);
    if (!user) throw [404, 'there is no such user'];
    return user;
  }

  #article(slug) {
    const article = this.#articles.get(slug);
    if (!article) throw [404, 'there is no such article'];
    return article;
  }

  #ownArticle(slug, viewer) {
    const article = this.#article(slug);
    if (article.author !== viewer) throw [403, 'that article is not yours'];
    return article;
  }

  #freeSlug(title) {
    const stem = title.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join('-') || 'untitled';
    return this.#articles.has(stem) ? `${stem}-${randomUUID().slice(0, 8)}` : stem;
  }

  #page({ limit, offset }, viewer, isWanted) {
    const found = [...this.#articles.values()].filter(isWanted).reverse();
    const from = Math.max(Number(offset) || 0, 0);
    const page = found.slice(from, from + Math.max(Number(limit) || 20, 1));
    return { articles: page.map((article) => articleOf(article, viewer)), articlesCount: found.length };
  }
}

const hashed = (password, salt) => scryptSync(password, salt, 32, { N: 1024 }).toString('hex');

function setPassword(user, password) {
  user.salt = randomUUID();
  user.password = hashed(password, user.salt);
}

function text(wishes, field) {
  const value = wishes?.[field];
  if (typeof value !== 'string' || !value.trim()) throw [422, `${field} is missing`];
  return value;
}

/** A text that may be empty: null makes it so, and it stays as it is where nothing is said of it. */
const note = (wishes, field, before) => String(wishes?.[field] === undefined ? before : wishes[field] ?? '');

const texts = (wishes, fields) => Object.fromEntries(
  fields.filter((field) => wishes?.[field] !== undefined).map((field) => [field, text(wishes, field)]),
);

const isListOfTexts = (list) => Array.isArray(list) && list.every((item) => typeof item === 'string');

const profileOf = ({ username, bio, image }, viewer) => (
  { username, bio, image, following: [...viewer?.following ?? []].some((user) => user.username === username) });

const articleOf = ({ fans, comments, author, ...article }, viewer) => (
  { ...article, favorited: fans.has(viewer), favoritesCount: fans.size, author: profileOf(author, viewer) });

const commentOf = ({ author, ...comment }, viewer) => (
  { ...comment, updatedAt: comment.createdAt, author: profileOf(author, viewer) });
