// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawstore.h"

#include <store/compression.h>
#include <store/connection.h>
#include <store/migrations.h>
#include <store/snapshotreader.h>
#include <store/storecheck.h>

#include <QDirListing>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using Test::raw;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void appliesEach()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("store"));
        for (int schema = 1; schema <= newestSchema(); ++schema) {
            const auto statements = migrationStatements(schema);
            QVERIFY(!statements.isEmpty());
            for (const auto &statement : statements)
                QCOMPARE(raw(path, statement), QStringList());
        }
        QCOMPARE(raw(path, QStringLiteral("PRAGMA integrity_check")), QStringList({QStringLiteral("ok")}));
        QCOMPARE(raw(path, QStringLiteral("PRAGMA foreign_key_check")), QStringList());
    }

    /// schemas/ holds a tiny study of every schema that was ever released, packed; each must open and still be sound.
    void opensEverySchema_data()
    {
        QTest::addColumn<QString>("packed");
        for (const auto &entry : QDirListing(QStringLiteral(SCHEMA_FOLDER), {QStringLiteral("*.zst")}))
            QTest::addRow("%s", qPrintable(entry.fileName())) << entry.filePath();
    }

    void opensEverySchema()
    {
        QFETCH(QString, packed);
        QFile file(packed);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto frame = file.readAll();
        const auto bytes = decompressedSize(frame).and_then([&](qint64 size) { return decompressed(frame, size); });
        QVERIFY(bytes);
        const QTemporaryDir folder;
        QFile store(folder.filePath(QStringLiteral("old.decayscope")));
        QVERIFY(store.open(QIODevice::WriteOnly));
        store.write(*bytes);
        store.close();

        auto connection = Connection::open(store.fileName(), OpenMode::ReadWrite);
        QVERIFY2(connection, qPrintable(connection ? QString() : connection.error().message));
        QCOMPARE(schemaOf(*connection).value_or(0), newestSchema());
        const auto check = checkStore(*connection, {});
        QVERIFY(check);
        QCOMPARE(check->findings, QStringList());
        const auto snapshot = readSnapshot(*connection);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->runs.size(), 3U);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
