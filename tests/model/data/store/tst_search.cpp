// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"

#include <store/importlog.h>
#include <store/runwriter.h>
#include <store/search.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using Test::aBundle;

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto opened = Connection::open(m_folder.filePath(QStringLiteral("study")), OpenMode::CreateOrReadWrite);
        QVERIFY(opened);
        m_connection.emplace(std::move(*opened));
        store(aBundle().trial(1).saying(
            {QStringLiteral("Traceback: KeyError in handlers.py"), QStringLiteral("fixed it")}));
        store(aBundle().trial(2).logging("listening on port 8080\nECONNREFUSED 127.0.0.1:5432\n"));
        store(aBundle().trial(3).patching("diff --git a/x.py b/x.py\n+Größe = naïve_count\n"));
    }

    void cleanupTestCase() { m_connection.reset(); }

    void makesQueries_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("query");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("signs only") << QStringLiteral(" *\"() - ") << QString();
        QTest::newRow("two words") << QStringLiteral("one two") << QStringLiteral("\"one\" AND \"two\"");
        QTest::newRow("operators are words")
            << QStringLiteral("a OR b NOT c*") << QStringLiteral("\"a\" AND \"OR\" AND \"b\" AND \"NOT\" AND \"c\"");
        QTest::newRow("split as the index splits")
            << QStringLiteral("127.0.0.1:5432 x_y")
            << QStringLiteral("\"127\" AND \"0\" AND \"0\" AND \"1\" AND \"5432\" AND \"x\" AND \"y\"");
        QTest::newRow("quotes") << QStringLiteral("say \"hi\"") << QStringLiteral("\"say\" AND \"hi\"");
    }

    void makesQueries()
    {
        QFETCH(QString, words);
        QTEST(plainIndexQuery(words), "query");
    }

    void finds_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("trials");
        QTest::newRow("in a turn") << QStringLiteral("keyerror traceback") << QStringLiteral("1");
        QTest::newRow("in a log") << QStringLiteral("econnrefused") << QStringLiteral("2");
        QTest::newRow("in a patch, without accents") << QStringLiteral("grosse naive") << QStringLiteral("");
        QTest::newRow("in a patch, umlaut as u") << QStringLiteral("GRÖßE") << QStringLiteral("3");
        QTest::newRow("accents do not matter") << QStringLiteral("naive") << QStringLiteral("3");
        QTest::newRow("in all patches") << QStringLiteral("diff") << QStringLiteral("1 2 3");
        QTest::newRow("words of two parts") << QStringLiteral("traceback fixed") << QStringLiteral("");
        QTest::newRow("only what is current") << QStringLiteral("superseded") << QStringLiteral("");
        QTest::newRow("parts of words") << QStringLiteral("trace") << QStringLiteral("");
        QTest::newRow("nothing to look for") << QStringLiteral("—") << QStringLiteral("");
    }

    void finds()
    {
        QFETCH(QString, words);
        store(aBundle().trial(4).saying({QStringLiteral("superseded")}));
        store(aBundle().trial(4).saying({QStringLiteral("other words")}).patching(""));
        const auto runs = runsMentioning(*m_connection, words);
        QVERIFY2(runs, qPrintable(runs ? QString() : runs.error().evidence));
        QStringList trials;
        for (const auto run : *runs)
            trials.append(QString::number(run.value)); // Stored in the order of their trials.
        QTEST(trials.join(u' '), "trials");
    }

private:
    void store(const Test::BundleWords &words)
    {
        const auto import = beginImport(*m_connection, {});
        RunWriter writer(*m_connection);
        QVERIFY(writer.write(prepareRun(words.bundle(), {}), import.value_or(0)));
    }

    QTemporaryDir m_folder;
    std::optional<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
