// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <publishing/provenance.h>
#include <support/arun.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

StudySnapshot studyOf(std::vector<Run> runs)
{
    StudySnapshot study{.path = u"/home/ada/secret.decayscope"_s, .name = u"secret"_s, .storeId = u"store-1"_s};
    study.runs = std::move(runs);
    markNewestDates(study.runs);
    study.styles = completedStyles({}, study.runs);
    return study;
}

std::vector<Run> runs()
{
    using enum Constraint;
    return {aRun().of("gpt-x").on("flask").passing(9, 10).trial(0),
        aRun().of("gpt-x").on("flask").passing(10, 10).trial(1),
        aRun().of("gpt-x").on("flask", {Postgres}).passing(7, 10),
        aRun().of("gpt-x").on("flask", {CleanArchitecture, Postgres}).passing(6, 10),
        aRun().of("gpt-x").on("flask", {CleanArchitecture, Postgres, SqlAlchemy}).passing(3, 10),
        aRun().of("other").on("flask").passing(8, 10)};
}

FigureRecipe decayOf(const QString &model)
{
    FigureRecipe recipe{.figure = u"decay"_s};
    recipe.request.filter.models = {model};
    recipe.look.font = u"Inter"_s;
    return recipe;
}

FigurePayload exported(const FigureRecipe &recipe, const StudySnapshot &study)
{
    const auto figure = buildFigure(recipe.figure, study, recipe.request);
    return figure ? payloadOf(recipe, seenFigure(*figure, recipe.view), study, u"decayscope 0.6"_s,
                        QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC))
                  : FigurePayload();
}

QStringList differencesIn(const StudySnapshot &study, const FigurePayload &payload)
{
    const auto verdict = verifyFigure(payload, study, {}, u"f.pdf"_s);
    return verdict ? verdict->differences : QStringList{verdict.error().message};
}

} // namespace

class TestProvenance : public QObject
{
    Q_OBJECT

private slots:
    void theSameStudyMatches();
    void numbersOfTheStoreDoNotMatter();
    void changedRunsAreNamed_data();
    void changedRunsAreNamed();
    void otherRunsDoNotMatter();
    void changedValuesNameSeriesAndCategory();
    void otherStoresAreTold();
    void anonymousPayloadsNameNobody();
    void damagedPayloadsAreRefused_data();
    void damagedPayloadsAreRefused();
    void timesComeFromTheEnvironment();
};

void TestProvenance::theSameStudyMatches()
{
    const auto study = studyOf(runs());
    const auto payload = exported(decayOf(u"gpt-x"_s), study);
    QCOMPARE(differencesIn(study, payload), QStringList());
    QVERIFY(verifyFigure(payload, study, {}, u"f.pdf"_s)->matches());
    const auto lines = QString::fromUtf8(payload.runs).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QVERIFY2(lines.at(0).startsWith(u"scaffold,model,runtime,task,date,run,passed,failed,total,architecture"),
        qPrintable(lines.at(0)));
    QVERIFY(exported(decayOf(u"gpt-x"_s), study) == payload);
}

void TestProvenance::numbersOfTheStoreDoNotMatter()
{
    auto renumbered = runs();
    for (auto &run : renumbered)
        run.id.value += 1000;
    QCOMPARE(studyHash(studyOf(renumbered)), studyHash(studyOf(runs())));
    std::ranges::reverse(renumbered);
    QCOMPARE(studyHash(studyOf(renumbered)), studyHash(studyOf(runs())));
    renumbered.front().passed -= 1;
    QVERIFY(studyHash(studyOf(renumbered)) != studyHash(studyOf(runs())));
    LabelBook labels;
    labels.rows.emplace_back();
    QVERIFY(studyHash(studyOf(runs()), &labels) != studyHash(studyOf(runs())));
}

void TestProvenance::changedRunsAreNamed_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("said");
    QTest::newRow("changed") << 0 << u"run_0 changed: passed was 7, is 8; failed was 3, is 2."_s;
    QTest::newRow("excluded") << 1 << u"run_0 is gone: it is excluded now."_s;
    QTest::newRow("removed") << 2 << u"run_0 is gone: it is not in the study."_s;
    QTest::newRow("newer date") << 3 << u"run_0 is gone: a newer date took its place."_s;
    QTest::newRow("violating") << 4 << u"run_0 changed: database was compliant, is violated."_s;
}

void TestProvenance::changedRunsAreNamed()
{
    QFETCH(int, change);
    QFETCH(QString, said);
    const auto payload = exported(decayOf(u"gpt-x"_s), studyOf(runs()));
    auto changed = runs();
    auto &run = changed[2];
    if (change == 0)
        std::tie(run.passed, run.failed) = std::pair(8, 2);
    if (change == 1)
        run.exclusion = u"by mistake"_s;
    if (change == 3)
        changed.push_back(aRun().of("gpt-x").on("flask", {Constraint::Postgres}).passing(7, 10).dated("2099-01-01"));
    if (change == 4)
        run.verdicts.database = Verdict::Violated;
    if (change == 2)
        changed.erase(changed.begin() + 2);
    const auto differences = differencesIn(studyOf(changed), payload);
    QVERIFY(!differences.isEmpty());
    const auto name = u"Run mini_swe_sdk, gpt-x, "_s;
    QVERIFY2(differences.first().startsWith(name), qPrintable(differences.first()));
    QVERIFY2(differences.first().endsWith(said) && differences.first().contains(u"postgres"),
        qPrintable(differences.first()));
}

void TestProvenance::otherRunsDoNotMatter()
{
    const auto payload = exported(decayOf(u"gpt-x"_s), studyOf(runs()));
    auto changed = runs();
    changed.back().passed = 1;
    QCOMPARE(differencesIn(studyOf(changed), payload), QStringList());
}

void TestProvenance::changedValuesNameSeriesAndCategory()
{
    const auto payload = exported(decayOf(u"gpt-x"_s), studyOf(runs()));
    auto changed = runs();
    std::tie(changed[2].passed, changed[2].failed) = std::pair(8, 2);
    const auto differences = differencesIn(studyOf(changed), payload);
    const auto value = differences.filter(u" was 70, is 80."_s);
    QVERIFY2(!value.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY2(value.first().contains(u"gpt-x") && value.first().contains(u"L1"), qPrintable(value.first()));
}

void TestProvenance::otherStoresAreTold()
{
    auto study = studyOf(runs());
    const auto payload = exported(decayOf(u"gpt-x"_s), study);
    study.storeId = u"store-2"_s;
    const auto verdict = verifyFigure(payload, study, {}, u"f.pdf"_s);
    QVERIFY(verdict && verdict->isOtherStore && !verdict->matches());
    QCOMPARE(verdict->differences, QStringList());
}

void TestProvenance::anonymousPayloadsNameNobody()
{
    auto recipe = decayOf(u"gpt-x"_s);
    recipe.anonymous = true;
    const auto payload = exported(recipe, studyOf(runs()));
    const QByteArray all = payload.recipe + payload.data + payload.runs + payload.provenance;
    for (const auto *identity : {"ada", "secret", "store-1", "/home"})
        QVERIFY2(!all.contains(identity), identity);
    QVERIFY(exported(decayOf(u"gpt-x"_s), studyOf(runs())).provenance.contains("store-1"));
}

void TestProvenance::damagedPayloadsAreRefused_data()
{
    QTest::addColumn<FigurePayload>("payload");
    QTest::addColumn<QString>("fault");
    const auto sound = exported(decayOf(u"gpt-x"_s), studyOf(runs()));
    auto payload = sound;
    payload.recipe = "{";
    QTest::newRow("recipe") << payload << u"\"f.pdf\" cannot be read as a figure recipe."_s;
    QTest::newRow("recipe alone") << FigurePayload{.recipe = sound.recipe}
                                  << u"\"f.pdf\" cannot be verified. It is a recipe without values."_s;
    payload = sound;
    payload.provenance = "[[[";
    QTest::newRow("provenance") << payload << u"\"f.pdf\" cannot be verified. Its provenance is damaged."_s;
    payload = sound;
    payload.data = "a,\"b";
    QTest::newRow("data") << payload << u"\"f.pdf\" cannot be verified. Its data have another form"_s;
    payload = sound;
    payload.runs = "\xff\n";
    QTest::newRow("runs") << payload << u"\"f.pdf\" cannot be verified. Its data have another form"_s;
    payload = sound;
    payload.recipe = "{\"schema\": 1, \"figure\": \"nothing\"}";
    QTest::newRow("figure") << payload << u"There is no figure"_s;
}

void TestProvenance::damagedPayloadsAreRefused()
{
    QFETCH(FigurePayload, payload);
    QFETCH(QString, fault);
    const auto verdict = verifyFigure(payload, studyOf(runs()), {}, u"f.pdf"_s);
    QVERIFY(!verdict);
    QVERIFY2(verdict.error().message.startsWith(fault), qPrintable(verdict.error().message));
}

void TestProvenance::timesComeFromTheEnvironment()
{
    qputenv("SOURCE_DATE_EPOCH", "1767323045");
    QCOMPARE(exportTime().toString(Qt::ISODate), u"2026-01-02T03:04:05Z"_s);
    for (const auto *word : {"", "-1", "soon", "999999999999999"}) {
        qputenv("SOURCE_DATE_EPOCH", word);
        QVERIFY(exportTime().secsTo(QDateTime::currentDateTimeUtc()) < 3600);
    }
    qunsetenv("SOURCE_DATE_EPOCH");
}

QTEST_GUILESS_MAIN(TestProvenance)

#include "tst_provenance.moc"
