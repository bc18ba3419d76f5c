'use strict';

const express = require('express');
const { dayLength, dayOf, dayText, genres, isEmail, isGenre, isText, isYear, truth, wholeNumber } = require('./rules');

const loanDays = 21;
const mostLoans = 2;
const centsADay = 20;

// Everything lives in memory.
const books = new Map(); // id → { id, title, author, year, genre }
const members = new Map(); // id → { id, name, email }
const loans = new Map(); // id → { id, book, member, lentOn, returnedOn }, days in milliseconds
const last = { book: 0, member: 0, loan: 0 };

class Refusal extends Error {
  constructor(status, code, fields = []) {
    super(code);
    Object.assign(this, { status, code, fields });
  }
}

/** Refuses where any of the named conditions does not hold. */
function demand(status, code, conditions) {
  const wrong = Object.keys(conditions).filter((name) => !conditions[name]);
  if (wrong.length > 0) throw new Refusal(status, code, wrong.sort());
}

const invalid = (conditions) => demand(422, 'invalid', conditions);
const conflict = (conditions) => demand(409, 'conflict', conditions);

function named(things, text) {
  const thing = things.get(wholeNumber(text, 1));
  if (!thing) throw new Refusal(404, 'not_found');
  return thing;
}

const all = (things) => [...things.values()];
const isOpen = (loan) => loan.returnedOn === null;
const loansOf = (book) => all(loans).filter((loan) => loan.book === book.id);
const openLoansOf = (member) => all(loans).filter((loan) => loan.member === member.id && isOpen(loan));
const isAvailable = (book) => !loansOf(book).some(isOpen);

const bookView = (book) => ({ ...book, available: isAvailable(book), timesLent: loansOf(book).length });
const memberView = (member) => ({ ...member, openLoans: openLoansOf(member).length });

function loanView(loan) {
  const due = loan.lentOn + loanDays * dayLength;
  const lateDays = isOpen(loan) ? 0 : Math.max(0, (loan.returnedOn - due) / dayLength);
  return {
    id: loan.id,
    bookId: loan.book,
    memberId: loan.member,
    lentOn: dayText(loan.lentOn),
    dueOn: dayText(due),
    returnedOn: isOpen(loan) ? null : dayText(loan.returnedOn),
    lateDays,
    feeCents: lateDays * centsADay,
  };
}

/** The values of a list's query, read by its rules; those that are not given are left out. */
function query(request, rules) {
  const wishes = {};
  const good = {};
  for (const [name, read] of Object.entries(rules)) {
    const given = request.query[name];
    if (given === undefined) continue;
    wishes[name] = typeof given === 'string' ? read(given) : undefined;
    good[name] = wishes[name] !== undefined;
  }
  invalid(good);
  return wishes;
}

const pageRules = { limit: (text) => wholeNumber(text, 1, 50), offset: (text) => wholeNumber(text, 0) };

function page(things, { limit = 20, offset = 0 }, view) {
  return { items: things.slice(offset, offset + limit).map(view), total: things.length };
}

const app = express();
app.use(express.json({ strict: false, type: () => true }));

app.get('/api/health-check', (request, response) => response.json({ status: 'ok' }));

function body(request) {
  const wishes = request.body;
  if (typeof wishes !== 'object' || wishes === null || Array.isArray(wishes)) throw new Refusal(400, 'malformed');
  return wishes;
}

// Books

const bookRules = { title: isText, author: isText, year: isYear, genre: isGenre };

function checkedBook(fields) {
  invalid(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, bookRules[name](value)])));
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]));
}

app.post('/api/books', (request, response) => {
  const { title, author, year = null, genre = 'other' } = body(request);
  const book = { id: 0, ...checkedBook({ title, author, year, genre }) };
  book.id = ++last.book;
  books.set(book.id, book);
  response.status(201).json(bookView(book));
});

app.get('/api/books', (request, response) => {
  const wishes = query(request, {
    q: String, author: String, genre: (text) => (isGenre(text) ? text : undefined), available: truth, ...pageRules,
  });
  const has = (value, text) => value.toLowerCase().includes(text.toLowerCase());
  const found = all(books).filter((book) => (wishes.q === undefined || has(book.title, wishes.q))
    && (wishes.author === undefined || book.author.toLowerCase() === wishes.author.toLowerCase())
    && (wishes.genre === undefined || book.genre === wishes.genre)
    && (wishes.available === undefined || isAvailable(book) === wishes.available));
  const key = (book) => book.title.toLowerCase();
  found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id));
  response.json(page(found, wishes, bookView));
});

app.get('/api/books/:id', (request, response) => response.json(bookView(named(books, request.params.id))));

app.patch('/api/books/:id', (request, response) => {
  const book = named(books, request.params.id);
  const given = Object.entries(body(request)).filter(([name]) => Object.hasOwn(bookRules, name));
  Object.assign(book, checkedBook(Object.fromEntries(given)));
  response.json(bookView(book));
});

app.delete('/api/books/:id', (request, response) => {
  const book = named(books, request.params.id);
  conflict({ bookId: isAvailable(book) });
  loansOf(book).forEach((loan) => loans.delete(loan.id));
  books.delete(book.id);
  response.status(204).end();
});

// Members

app.post('/api/members', (request, response) => {
  const { name, email } = body(request);
  invalid({ name: isText(name), email: isEmail(email) });
  const address = email.toLowerCase();
  conflict({ email: !all(members).some((member) => member.email === address) });
  const member = { id: ++last.member, name: name.trim(), email: address };
  members.set(member.id, member);
  response.status(201).json(memberView(member));
});

app.get('/api/members/:id', (request, response) => response.json(memberView(named(members, request.params.id))));

// Loans

app.post('/api/loans', (request, response) => {
  const { bookId, memberId, lentOn } = body(request);
  const day = dayOf(lentOn);
  invalid({ bookId: Number.isInteger(bookId), memberId: Number.isInteger(memberId), lentOn: !Number.isNaN(day) });
  const book = books.get(bookId);
  const member = members.get(memberId);
  demand(404, 'not_found', { bookId: book, memberId: member });
  conflict({ bookId: isAvailable(book) });
  conflict({ memberId: openLoansOf(member).length < mostLoans });
  const loan = { id: ++last.loan, book: book.id, member: member.id, lentOn: day, returnedOn: null };
  loans.set(loan.id, loan);
  response.status(201).json(loanView(loan));
});

app.get('/api/loans', (request, response) => {
  const wishes = query(request, { member: (text) => wholeNumber(text, 1), open: truth, ...pageRules });
  const found = all(loans).filter((loan) => (wishes.member === undefined || loan.member === wishes.member)
    && (wishes.open === undefined || isOpen(loan) === wishes.open));
  found.sort((a, b) => b.lentOn - a.lentOn || b.id - a.id);
  response.json(page(found, wishes, loanView));
});

app.post('/api/loans/:id/return', (request, response) => {
  const loan = named(loans, request.params.id);
  const day = dayOf(body(request).returnedOn);
  conflict({ loanId: isOpen(loan) });
  invalid({ returnedOn: day >= loan.lentOn });
  loan.returnedOn = day;
  response.json(loanView(loan));
});

app.get('/api/summary', (request, response) => {
  const open = all(loans).filter(isOpen).length;
  response.json({
    books: books.size,
    availableBooks: all(books).filter(isAvailable).length,
    members: members.size,
    openLoans: open,
    endedLoans: loans.size - open,
    feeCents: all(loans).reduce((sum, loan) => sum + loanView(loan).feeCents, 0),
    booksByGenre: Object.fromEntries(
      genres.map((genre) => [genre, all(books).filter((book) => book.genre === genre).length])),
  });
});

app.use(() => { throw new Refusal(404, 'not_found'); });

app.use((error, request, response, next) => {
  const refusal = error instanceof Refusal ? error
    : new Refusal(error.type === 'entity.parse.failed' ? 400 : error.status ?? 500, 'malformed');
  response.status(refusal.status).json({ error: { code: refusal.code, fields: refusal.fields } });
});

app.listen(Number(process.env.PORT ?? 3000), '0.0.0.0');
