// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `figure` in this process, on a study of three models and a framework.

#include "calledverb.h"
#include "writtenfiles.h"

#include <domain/task.h>
#include <figurefiles/figurefile.h>
#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;
using Test::bytesOf;
using Test::calledVerb;
using Test::newmanReport;
using Test::VerbOutcome;
using Test::writeFile;

namespace {

/// The run of a model on the task of a level.
void writeRun(const QString &tree, const QString &model, ConstraintSet constraints, int passed)
{
    const auto task = generationTaskName(u"flask", constraints);
    writeFile(
        u"%1/uv/mini_swe_sdk/%2/%3/2026-04-01T12-00-00/run_0/newman-run-report-2026-04-01-12-30-00-000-0.json"_s.arg(
            tree, model, task),
        newmanReport(passed, 20));
}

/// From no constraint to three.
const std::vector<ConstraintSet> levels{{}, {Constraint::Postgres},
    {Constraint::CleanArchitecture, Constraint::Postgres},
    {Constraint::CleanArchitecture, Constraint::Postgres, Constraint::SqlAlchemy}};

void writeTree(const QString &tree)
{
    int most = 20;
    for (const auto &model : {u"gpt-x"_s, u"gpt-y"_s, u"qwen"_s}) {
        int passed = most--;
        for (const auto &constraints : levels) {
            writeRun(tree, model, constraints, passed);
            passed -= 3;
        }
    }
}

} // namespace

class TestFigureVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void usageIsCheckedFirst_data();
    void usageIsCheckedFirst();
    void listsFiguresAndVenues();
    void theSameCallGivesTheSameBytes_data();
    void theSameCallGivesTheSameBytes();
    void recipesGiveTheSameBytes();
    void twinsStandBeside();
    void badFiguresAreNotWritten();
    void anonymousFilesNameNobody_data() { theSameCallGivesTheSameBytes_data(); }
    void anonymousFilesNameNobody();
    void storesAndFilesMayBeMissing();
    void everyFigureIsMadeAndVerified();
    void changedRunsAreNamed(); // Changes the store: the last.

private:
    [[nodiscard]] VerbOutcome called(const QStringList &arguments) const
    {
        return calledVerb(QStringList{u"--store"_s, m_store, u"--json"_s, u"--quiet"_s, u"figure"_s} + arguments);
    }
    /// Makes a figure whatever the preflight says of so small a study.
    [[nodiscard]] VerbOutcome made(QStringList arguments) const
    {
        for (const auto *rule :
            {"blank", "overlap", "clipped", "contrast", "grey", "colour-vision", "redundant-coding"})
            arguments << u"--override"_s << QString(QLatin1StringView(rule) + u"=a small study");
        return called(arguments);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_store;
};

void TestFigureVerb::initTestCase()
{
    qputenv("SOURCE_DATE_EPOCH", "1767323045");
    m_store = path(u"secret-study.decayscope"_s);
    writeTree(path(u"tree"_s));
    QVERIFY(importIntoStore(m_store, {path(u"tree"_s)}, {}, bothVerifiers(), {}));
}

void TestFigureVerb::usageIsCheckedFirst_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no file") << QStringList{u"decay"_s};
    QTest::newRow("no figure") << QStringList{u"-o"_s, u"a.pdf"_s};
    QTest::newRow("unknown figure") << QStringList{u"deccay"_s, u"-o"_s, u"a.pdf"_s};
    QTest::newRow("unknown ending") << QStringList{u"decay"_s, u"-o"_s, u"a.jpg"_s};
    QTest::newRow("unknown venue") << QStringList{u"decay"_s, u"-o"_s, u"a.pdf"_s, u"--preset"_s, u"x"_s};
    QTest::newRow("width") << QStringList{u"decay"_s, u"-o"_s, u"a.pdf"_s, u"--width"_s, u"90"_s};
    QTest::newRow("reason") << QStringList{u"decay"_s, u"-o"_s, u"a.pdf"_s, u"--override"_s, u"text-size"_s};
    QTest::newRow("recipe") << QStringList{u"-o"_s, u"a.pdf"_s, u"--recipe"_s, u"/nowhere/a.dsfig"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
}

void TestFigureVerb::usageIsCheckedFirst()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(called(arguments).status, 2);
}

void TestFigureVerb::listsFiguresAndVenues()
{
    const auto listed = called({u"list"_s});
    QCOMPARE(listed.status, 0);
    QCOMPARE(listed.document().at("figures").at(0).at("name").get<std::string>(), "decay");
    QCOMPARE(listed.document().at("venues").at(0).at("id").get<std::string>(), "neurips");
}

void TestFigureVerb::theSameCallGivesTheSameBytes_data()
{
    QTest::addColumn<QString>("ending");
    for (const auto *ending : {"pdf", "svg", "png"})
        QTest::newRow(ending) << QString::fromLatin1(ending);
}

void TestFigureVerb::theSameCallGivesTheSameBytes()
{
    QFETCH(QString, ending);
    const auto file = path(u"decay."_s + ending);
    const auto again = path(u"again."_s + ending);
    const auto first = called({u"decay"_s, u"-o"_s, file}); // Passes the preflight by itself.
    QVERIFY2(first.status == 0, first.output.constData());
    QCOMPARE(first.document().at("figure").get<std::string>(), "decay");
    QCOMPARE(first.document().at("file").get<std::string>(), file.toStdString());
    QCOMPARE(first.document().at("points").get<int>(), 12);
    QVERIFY(first.document().at("preflight").size() > 5);
    QCOMPARE(called({u"decay"_s, u"-o"_s, again}).status, 0);
    QVERIFY(!bytesOf(file).isEmpty());
    QCOMPARE(bytesOf(again), bytesOf(file));
    const auto verified = called({u"verify"_s, file});
    QVERIFY2(verified.status == 0, verified.output.constData());
    QCOMPARE(verified.document().dump(), R"({"differences":[],"matches":true})");
}

void TestFigureVerb::recipesGiveTheSameBytes()
{
    const QStringList words{u"decay"_s, u"--preset"_s, u"icml"_s, u"--model"_s, u"gpt-x"_s, u"--raw"_s, u"--palette"_s,
        u"petroff"_s, u"--width"_s, u"3.3"_s, u"--caption"_s, u"A caption."_s};
    QCOMPARE(made(words + QStringList{u"-o"_s, path(u"words.pdf"_s)}).status, 0);
    QCOMPARE(made(words + QStringList{u"-o"_s, path(u"words.dsfig"_s)}).status, 0);
    QCOMPARE(called({u"--recipe"_s, path(u"words.dsfig"_s), u"-o"_s, path(u"recipe.pdf"_s)}).status, 0);
    QCOMPARE(bytesOf(path(u"recipe.pdf"_s)), bytesOf(path(u"words.pdf"_s)));
    const auto payload = readFigureFile(path(u"words.pdf"_s));
    QVERIFY(payload);
    QCOMPARE(payload->recipe, bytesOf(path(u"words.dsfig"_s)));
}

void TestFigureVerb::twinsStandBeside()
{
    const auto twin = made({u"decay"_s, u"-o"_s, path(u"twin.svg"_s), u"--data"_s, u"--tex"_s});
    QVERIFY2(twin.status == 0, twin.output.constData());
    const auto payload = readFigureFile(path(u"twin.svg"_s));
    QVERIFY(payload);
    QCOMPARE(bytesOf(path(u"twin.csv"_s)), payload->data);
    QVERIFY(bytesOf(path(u"twin.tex"_s)).contains("\\includegraphics[width=5.5in]{twin.svg}"));
}

void TestFigureVerb::badFiguresAreNotWritten()
{
    const auto file = path(u"bad.pdf"_s);
    const QStringList words{u"decay"_s, u"-o"_s, file, u"--tick-size"_s, u"4"_s};
    const auto refused = called(words);
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.document().at("file").is_null());
    QVERIFY(!QFile::exists(file));
    const auto excused = made(words + QStringList{u"--override"_s, u"text-size=It is a slide."_s});
    QVERIFY2(excused.status == 0, excused.output.constData());
    QVERIFY(excused.output.contains("\"overridden\""));
    QVERIFY(readFigureFile(file)->recipe.contains("It is a slide."));
}

void TestFigureVerb::anonymousFilesNameNobody()
{
    QFETCH(QString, ending);
    const auto file = path(u"anonymous."_s + ending);
    QCOMPARE(made({u"decay"_s, u"--anonymous"_s, u"-o"_s, file}).status, 0);
    const auto payload = readFigureFile(file);
    QVERIFY(payload);
    const QByteArray all = bytesOf(file) + payload->recipe + payload->data + payload->runs + payload->provenance;
    QVERIFY(payload->provenance.contains("\"program\""));
    QByteArrayList identities{"secret-study", m_folder.path().toUtf8(), QSysInfo::machineHostName().toUtf8(),
        qgetenv("USER"), qgetenv("LOGNAME"), QDir::homePath().toUtf8(), readSnapshot(m_store)->storeId.toUtf8()};
    identities.removeIf([](const QByteArray &identity) { return identity.size() < 5; });
    QVERIFY(identities.size() >= 3);
    for (const auto &identity : std::as_const(identities))
        QVERIFY2(!all.contains(identity), identity.constData());
}

void TestFigureVerb::storesAndFilesMayBeMissing()
{
    QCOMPARE(made({u"decay"_s, u"-o"_s, path(u"missing.pdf"_s)}).status, 0);
    const auto nowhere = path(u"nowhere.decayscope"_s);
    QCOMPARE(calledVerb({u"--store"_s, nowhere, u"figure"_s, u"verify"_s, path(u"missing.pdf"_s)}).status, 3);
    QCOMPARE(calledVerb({u"--store"_s, nowhere, u"figure"_s, u"decay"_s, u"-o"_s, path(u"x.pdf"_s)}).status, 3);
    QVERIFY(!QFile::exists(nowhere) && !QFile::exists(path(u"x.pdf"_s)));
    QCOMPARE(called({u"verify"_s, path(u"no.pdf"_s)}).status, 4);
    QCOMPARE(called({u"verify"_s, m_store}).status, 4);
    QCOMPARE(made({u"decay"_s, u"-o"_s, path(u"no/folder/x.pdf"_s)}).status, 2);
}

/// Those that this study has values for.
void TestFigureVerb::everyFigureIsMadeAndVerified()
{
    const auto figures = called({u"list"_s}).document().at("figures");
    for (const auto &figure : figures) {
        if (figure.at("of_labels").get<bool>())
            continue;
        const auto name = QString::fromStdString(figure.at("name").get<std::string>());
        const auto file = path(name + u".pdf");
        const auto outcome = made({name, u"-o"_s, file, u"--override"_s, u"text-size=a small study"_s});
        QVERIFY2(outcome.status == 0, qPrintable(name + u": " + QString::fromUtf8(outcome.output)));
        const auto verified = called({u"verify"_s, file});
        QVERIFY2(verified.status == 0, qPrintable(name + u": " + QString::fromUtf8(verified.output)));
    }
}

void TestFigureVerb::changedRunsAreNamed()
{
    for (const auto *ending : {"pdf", "svg", "png"})
        QCOMPARE(made({u"decay"_s, u"-o"_s, path(u"then."_s + QLatin1StringView(ending))}).status, 0);
    writeRun(path(u"tree"_s), u"gpt-y"_s, levels[2], 1);
    QVERIFY(importIntoStore(m_store, {path(u"tree"_s)}, {}, bothVerifiers(), {}));
    for (const auto *ending : {"pdf", "svg", "png"}) {
        const auto verified = called({u"verify"_s, path(u"then."_s + QLatin1StringView(ending))});
        QCOMPARE(verified.status, 1);
        QVERIFY(!verified.document().at("matches").get<bool>());
        const auto first = QString::fromStdString(verified.document().at("differences").at(0).get<std::string>());
        QVERIFY2(
            first.startsWith(u"Run mini_swe_sdk, gpt-y, ") && first.contains(u"2026-04-01T12-00-00, run_0 changed: "),
            qPrintable(first));
    }
}

QTEST_MAIN(TestFigureVerb)

#include "tst_figureverb.moc"
