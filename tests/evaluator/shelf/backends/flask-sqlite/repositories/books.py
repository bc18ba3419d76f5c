"""Where books are kept."""

from models.book import Book
from repositories import database

SHOWN = """SELECT books.*,
    NOT EXISTS (SELECT 1 FROM loans WHERE book = books.id AND returned_on IS NULL) AS available,
    (SELECT count(*) FROM loans WHERE book = books.id) AS times_lent
    FROM books"""

CONDITIONS = {
    "q": "instr(fold(title), fold(:q)) > 0",
    "author": "fold(author) = fold(:author)",
    "genre": "genre = :genre",
    "available": "available = :available",
}


def book_of(row):
    return Book(row["id"], row["title"], row["author"], row["year"], row["genre"], bool(row["available"]),
                row["times_lent"])


def find(number):
    row = database.one(SHOWN + " WHERE id = ?", (number,))
    return book_of(row) if row else None


def add(values):
    made = database.run("INSERT INTO books (title, author, year, genre) VALUES (:title, :author, :year, :genre)", values)
    return find(made.lastrowid)


def change(number, values):
    for name, value in values.items():
        database.run(f"UPDATE books SET {name} = ? WHERE id = ?", (value, number))
    return find(number)


def remove(number):
    database.run("DELETE FROM books WHERE id = ?", (number,))


def search(wishes, limit, offset):
    """The books of a page, and how many there are in all."""
    where = " AND ".join(CONDITIONS[name] for name in wishes) or "TRUE"
    chosen = f"FROM ({SHOWN}) WHERE {where}"
    total = database.one(f"SELECT count(*) {chosen}", wishes)[0]
    rows = database.run(f"SELECT * {chosen} ORDER BY fold(title), id LIMIT :limit OFFSET :offset",
                        {**wishes, "limit": limit, "offset": offset})
    return [book_of(row) for row in rows], total
