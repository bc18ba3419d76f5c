// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calledverb.h"
#include "writtenfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;
using Test::writeFile;

namespace {

constexpr char trajectory[] = R"({"status":"Submitted","trajectories":[{"role":"user","content":"Build it"}]})";

constexpr char report[] = R"({"collection":{},"run":{"executions":[{"item":{"name":"Tags"},"request":{"method":"GET",
"url":"http:\/\/x/tags"},"response":{"status":"OK","code":200,"responseTime":7,"responseSize":9},
"assertions":[{"assertion":"is there"}]}]}})";

} // namespace

class TestStoreVerb : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void mergesOtherStudies()
    {
        const auto a = study(u"a"_s, {0, 1});
        const auto b = study(u"b"_s, {1, 2});
        const auto merged = asked({u"store"_s, u"merge"_s, a, b});
        QCOMPARE(merged.status, 0);
        const auto answer = merged.document();
        QCOMPARE(answer.at("merged").size(), 2U);
        int added = 0;
        for (const auto &one : answer.at("merged")) {
            added += one.at("added").get<int>();
            QCOMPARE(one.at("labels"), json(0));
            QCOMPARE(one.at("warnings"), json::array());
        }
        QCOMPARE(added, 3);
        QCOMPARE(answer.at("merged").at(0).at("file"), json(a.toStdString()));
        QCOMPARE(answer.at("refused"), json::array());
        QCOMPARE(asked({u"store"_s, u"check"_s}).status, 0);
        QCOMPARE(asked({u"runs"_s}).document().at("runs").size(), 3U);
        const auto again = asked({u"store"_s, u"merge"_s, a}).document();
        QCOMPARE(again.at("merged").at(0).at("unchanged"), json(2));
    }

    void saysWhatWasRefused()
    {
        const auto a = study(u"a"_s, {0});
        const auto missing = m_folder->filePath(u"missing"_s);
        const auto merged = asked({u"store"_s, u"merge"_s, missing, a});
        QCOMPARE(merged.status, 4);
        const auto answer = merged.document();
        QCOMPARE(answer.at("refused").at(0).at("path"), json(missing.toStdString()));
        QVERIFY(QString::fromStdString(answer.at("refused").at(0).at("reason").get<std::string>())
                .startsWith(u"There is no study at"));
        QCOMPARE(answer.at("merged").at(0).at("added"), json(1));
        const auto text = Test::calledVerb({u"--store"_s, store(), u"store"_s, u"merge"_s, missing, a}).lines();
        QCOMPARE(text,
            QStringList({missing + u": refused"_s,
                a + u": 0 added, 0 updated, 1 unchanged, 0 labels, 0 samples, 0 codebooks, 0 tasks, 0 excluded"_s}));
        QCOMPARE(asked({u"store"_s, u"merge"_s}).status, 2);
    }

    void compacts()
    {
        const auto a = study(u"a"_s, {0, 1});
        const auto answer = Test::calledVerb({u"--store"_s, a, u"--json"_s, u"store"_s, u"compact"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.document().at("after").get<qint64>() <= answer.document().at("before").get<qint64>());
        QCOMPARE(answer.document().at("texts"), json(0));
        QCOMPARE(asked({u"store"_s, u"compact"_s}).status, 3);
        QVERIFY(!QFile::exists(store()));
    }

    void tellsAndChecks()
    {
        const auto a = study(u"a"_s, {0});
        const auto info = Test::calledVerb({u"--store"_s, a, u"store"_s, u"info"_s}).lines();
        QVERIFY(info.contains(u"runs      1, 0 excluded, from 1 imports"_s));
        const auto check = Test::calledVerb({u"--store"_s, a, u"store"_s, u"check"_s});
        QCOMPARE(check.status, 0);
        QVERIFY(check.lines().front().startsWith(u"The store is sound"));
        const auto copy = m_folder->filePath(u"copy"_s);
        QCOMPARE(Test::calledVerb({u"--store"_s, a, u"store"_s, u"backup"_s, copy}).status, 0);
        QVERIFY(QFile::exists(copy));
    }

private:
    QString store() const { return m_folder->filePath(u"study.decayscope"_s); }

    /// A study of so many trials of one task.
    QString study(const QString &name, const QList<int> &trials) const
    {
        const auto tree = m_folder->filePath(name + u"-tree"_s);
        for (const int trial : trials) {
            const auto run
                = tree + u"/uv/mini_swe_sdk/gpt-x/flask-openapi-unconstrained/2026-04-01T12-00-00/run_%1/"_s.arg(trial);
            writeFile(run + u"mini/trajectory.json", trajectory);
            writeFile(run + u"newman-run-report-2026-04-01-12-30-00-000-0.json", report);
            writeFile(run + u"mini_swe_sdk-flask-openapi-unconstrained.patch", "+a\n");
        }
        const auto path = m_folder->filePath(name + u".decayscope"_s);
        std::ignore = Test::calledVerb({u"--store"_s, path, u"import"_s, tree});
        return path;
    }

    Test::VerbOutcome asked(const QStringList &arguments) const
    {
        return Test::calledVerb(QStringList{u"--store"_s, store(), u"--json"_s} + arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreVerb)
#include "tst_storeverb.moc"
