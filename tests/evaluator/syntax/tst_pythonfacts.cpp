// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFacts : public QObject
{
    Q_OBJECT

private slots:
    void readsAServer();
};

void TestPythonFacts::readsAServer()
{
    const auto facts = factsOf(SourceLanguage::Python, R"(#!/usr/bin/env python3
"""A server."""
import os, sqlite3 as db
from flask import (Flask,  # the framework
    request as req)

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DB", "sqlite:///app.db")

@app.route("/users/<int:user>", methods=["GET"])
def user(user: int, limit=10):
    """Docs."""
    with db.connect(f"{os.environ['HOME']}/app.db") as connection:
        return connection.cursor().execute("SELECT 1").fetchone()

class User(Base, metaclass=Meta):
    name: str
    __tablename__ = "users"

    def greet(self):
        self.greeted = True
)");
    QCOMPARE(factLines(facts),
        QStringList({uR"(import 3: import os)"_s, uR"(import 3: import sqlite3 {* as db})"_s,
            uR"(import 4: from flask {Flask, request as req})"_s, uR"(assign 7: app = Flask(__name__))"_s,
            uR"(assign 8: app.config.SQLALCHEMY_DATABASE_URI = os.environ.get("DB", "sqlite:///app.db"))"_s,
            uR"(assign 13: connection = db.connect(os.environ.HOME + "/app.db") in user)"_s,
            uR"(assign 14: return = connection.cursor().execute("SELECT 1").fetchone() in user)"_s,
            uR"(assign 17: name = ? in User)"_s, uR"(assign 18: __tablename__ = "users" in User)"_s,
            uR"(assign 21: self.greeted = true in User.greet)"_s, uR"(call 7: Flask(__name__) -> app)"_s,
            uR"(call 8: os.environ.get("DB", "sqlite:///app.db") -> app.config.SQLALCHEMY_DATABASE_URI)"_s,
            uR"(call 10: app.route("/users/<int:user>", methods=["GET"]) decorates user)"_s,
            uR"(call 13: db.connect(os.environ.HOME + "/app.db") -> connection in user)"_s,
            uR"(call 14: connection.cursor() in user)"_s,
            uR"(call 14: .execute("SELECT 1") on connection.cursor in user)"_s,
            uR"(call 14: .fetchone() on .execute in user)"_s,
            uR"(class 16: User(Base, metaclass=Meta) methods [greet] fields [name, __tablename__])"_s,
            uR"(def 11: user(user: int, limit) @app.route)"_s, uR"(def 20: greet(self) in User)"_s,
            uR"(text 8: "SQLALCHEMY_DATABASE_URI")"_s, uR"(text 8: "DB")"_s, uR"(text 8: "sqlite:///app.db")"_s,
            uR"(text 10: "/users/<int:user>")"_s, uR"(text 10: "GET")"_s, uR"(text 13: "{}/app.db" in user)"_s,
            uR"(text 13: "HOME" in user)"_s, uR"(text 14: "SELECT 1" in user)"_s, uR"(text 18: "users" in User)"_s}));
    QCOMPARE(facts.codeLines, 14);
}

QTEST_GUILESS_MAIN(TestPythonFacts)
#include "tst_pythonfacts.moc"
