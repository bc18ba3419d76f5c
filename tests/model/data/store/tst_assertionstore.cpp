// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"

#include <store/assertionstore.h>
#include <store/importlog.h>
#include <store/runwriter.h>
#include <store/transaction.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::aBundle;
using Test::raw;

namespace {

RequestResult request(const char *name, std::initializer_list<std::pair<const char *, AssertionOutcome>> assertions)
{
    RequestResult result{.name = QString::fromLatin1(name), .method = u"GET"_s, .url = u"/"_s};
    for (const auto &[assertion, outcome] : assertions)
        result.assertions.push_back({.name = QString::fromLatin1(assertion), .outcome = outcome, .message = {}});
    return result;
}

QString numbers(const std::vector<int> &list)
{
    QStringList words;
    for (const auto number : list)
        words << QString::number(number);
    return words.join(u' ');
}

constexpr auto passed = AssertionOutcome::Passed;
constexpr auto failed = AssertionOutcome::Failed;
constexpr auto skipped = AssertionOutcome::Skipped;

} // namespace

/// Outcomes of all assertions of a store, read at once.
class TestAssertionStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"study.decayscope"_s);
        auto opened = Connection::open(m_path, OpenMode::CreateOrReadWrite);
        QVERIFY(opened);
        m_connection.emplace(std::move(*opened));
    }

    void anEmptyStoreHasNone()
    {
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(outcomes);
        QVERIFY(outcomes->names.isEmpty() && outcomes->counted.empty());
    }

    /// The second request of a name, and the second assertion of a name within one, are told apart.
    void namesThatRepeatAreNumbered()
    {
        auto bundle = aBundle().bundle();
        bundle.requests = {request("Login", {{"is 200", passed}, {"has token", failed}, {"is 200", passed}}),
            request("Tags", {{"is 200", skipped}}), request("Login", {{"is 200", failed}})};
        store({bundle});
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(outcomes);
        QCOMPARE(outcomes->names,
            QStringList({u"Login › is 200"_s, u"Login › has token"_s, u"Login › is 200 #2"_s, u"Tags › is 200"_s,
                u"Login #2 › is 200"_s}));
        QCOMPARE(numbers(outcomes->counted.begin()->second), u"0 1 2 3 4"_s);
        QCOMPARE(numbers(outcomes->failed.begin()->second), u"1 3 4"_s); // Skipped is not passed.
    }

    void runsShareNumbers()
    {
        auto cut = aBundle().trial(1).passing(2, 2).bundle();
        auto none = aBundle().trial(2).bundle();
        none.requests.clear();
        store({aBundle().passing(3, 5).bundle(), cut, none});
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(outcomes);
        QCOMPARE(outcomes->names.size(), 5);
        QStringList lines;
        for (const auto &[run, counted] : outcomes->counted)
            lines << numbers(counted) % u" | " % numbers(outcomes->failed.at(run));
        QCOMPARE(lines, QStringList({u"0 1 2 3 4 | 3 4"_s, u"0 1 | "_s}));
    }

    /// A name that says "#2" itself must not count twice in a run.
    void aNameThatLooksNumberedCountsOnce()
    {
        auto bundle = aBundle().bundle();
        bundle.requests = {request("R", {{"x", passed}, {"x", passed}, {"x #2", failed}})};
        store({bundle});
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(outcomes);
        QCOMPARE(numbers(outcomes->counted.begin()->second), u"0 1"_s);
        QCOMPARE(numbers(outcomes->failed.begin()->second), u"1"_s);
    }

    /// What another program wrote into the file: lists that are none, outcomes that are too short.
    void damagedListsAreReadAsFarAsTheyGo()
    {
        store({aBundle().passing(3, 5).bundle()});
        raw(m_path, u"UPDATE request SET outcomes = 'pf'"_s);
        QCOMPARE(numbers(readAssertionOutcomes(*m_connection)->counted.begin()->second), u"0 1"_s);
        raw(m_path, u"UPDATE assertion_list SET names = '{\"not\": [\"a list\"'"_s);
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(outcomes);
        QVERIFY(outcomes->names.isEmpty());
    }

    void endlessNamesAreRefused()
    {
        auto bundle = aBundle().bundle();
        RequestResult many{.name = u"R"_s, .method = u"GET"_s, .url = u"/"_s};
        for (int i = 0; i <= mostAssertions; ++i)
            many.assertions.push_back({.name = QString::number(i), .outcome = passed, .message = {}});
        bundle.requests = {many};
        store({bundle});
        const auto outcomes = readAssertionOutcomes(*m_connection);
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Refused);
        QVERIFY(outcomes.error().message.contains(u"20,000"));
    }

private:
    void store(std::vector<RunBundle> bundles);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::optional<Connection> m_connection;
};

void TestAssertionStore::store(std::vector<RunBundle> bundles)
{
    auto transaction = Transaction::begin(*m_connection);
    QVERIFY(transaction);
    const auto import = beginImport(*m_connection, {u"/results"_s});
    QVERIFY(import);
    RunWriter writer(*m_connection);
    for (auto &bundle : bundles)
        QVERIFY(writer.write(prepareRun(std::move(bundle), {.reference = u"reference-1"_s, .syntax = {}}), *import));
    QVERIFY(transaction->commit());
}

QTEST_GUILESS_MAIN(TestAssertionStore)
#include "tst_assertionstore.moc"
