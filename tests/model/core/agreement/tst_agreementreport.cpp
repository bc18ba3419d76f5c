// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <agreement/agreementreport.h>
#include <support/shareddata.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

LabelTarget target(int trial, const QString &task = u"flask-openapi-unconstrained"_s)
{
    return {.runtime = u"uv"_s,
        .configuration = {.scaffold = u"mini_swe_sdk"_s, .model = u"m"_s},
        .task = task,
        .trial = trial,
        .date = u"2026-04-01"_s};
}

/// A book in words; codes such as "schema_format_error" or "logic_error/auth_misconfiguration".
class BookWords
{
public:
    BookWords() { m_book.codebooks = {studyCodebook()}; }

    BookWords &sample(const char *id, SamplePurpose purpose, int round, int items)
    {
        Sample sample{.id = QString::fromLatin1(id)};
        sample.design.title = u"Sample "_s + sample.id;
        sample.design.purpose = purpose;
        sample.design.round = round;
        for (int i = 0; i < items; ++i)
            sample.items.push_back({.target = target(i, taskOf(i))});
        m_book.samples.push_back(sample);
        m_sample = sample.id;
        return *this;
    }
    BookWords &outside()
    {
        m_sample.clear();
        return *this;
    }
    BookWords &version(int version)
    {
        m_version = version;
        return *this;
    }
    BookWords &on(const char *day)
    {
        m_time = QString::fromLatin1(day) + u"T10:00:00.000Z";
        return *this;
    }

    /// Labels the items from 0; "-" for none.
    BookWords &by(const char *annotator, const QStringList &codes, int occurrence = 0)
    {
        for (qsizetype i = 0; i < codes.size(); ++i) {
            if (codes[i] == u"-")
                continue;
            const auto parts = codes[i].split(u'/');
            LabelRow row{.annotator = QString::fromLatin1(annotator), .target = target(int(i), taskOf(int(i)))};
            row.item = {.sample = m_sample, .item = m_sample.isEmpty() ? -1 : int(i), .occurrence = occurrence};
            row.label = {.code = parts[0],
                .subcode = parts.value(1),
                .codebook = studyCodebook().id,
                .version = m_version,
                .blind = !m_sample.isEmpty()};
            row.run = RunId{i + 1};
            row.time = m_time;
            row.isImported = m_sample.isEmpty();
            row.milliseconds = 1000 * (i + 1);
            m_book.rows.push_back(row);
        }
        return *this;
    }

    LabelBook book()
    {
        std::ranges::stable_sort(
            m_book.rows, {}, [](const LabelRow &row) { return std::tie(row.target, row.annotator, row.item); });
        return m_book;
    }

    LabelBook m_book;

private:
    static QString taskOf(int item) { return u"task-%1"_s.arg(item / 2); }

    QString m_sample;
    QString m_time = u"2026-11-01T10:00:00.000Z"_s;
    int m_version = 1;
};

const auto schema = u"schema_format_error"_s;
const auto loop = u"stuck_in_loop"_s;
const auto auth = u"logic_error/auth_misconfiguration"_s;
const auto query = u"logic_error/incorrect_query_logic"_s;

AgreementReport report(const LabelBook &book, AgreementRequest request)
{
    request.draws = 200;
    const auto made = agreementReport(book, request);
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

AgreementRequest between(const char *by, const char *against, AgreementLevel level = AgreementLevel::Leaf)
{
    return {.by = QString::fromLatin1(by), .against = QString::fromLatin1(against), .level = level};
}

QString printed(const Coefficient &coefficient)
{
    return (coefficient.value ? QString::number(*coefficient.value, 'f', 3) : u"-"_s) % u" n="
        % QString::number(coefficient.units)
        % (coefficient.undefined ? QString(u' ' % undefinedReason(*coefficient.undefined)) : QString());
}

QStringList printed(const AgreementReport &report)
{
    QStringList confusion;
    for (const auto count : report.confusion)
        confusion << QString::number(count);
    return {u"categories "_s + report.categories.join(u' '),
        u"units %1, only by %2, only against %3, pilot %4"_s.arg(report.units.size())
            .arg(report.onlyBy)
            .arg(report.onlyAgainst)
            .arg(report.fromPilot),
        u"accuracy "_s + printed(report.accuracy), u"kappa "_s + printed(report.kappa),
        u"weighted "_s + printed(report.weighted), u"fine "_s + printed(report.fineGivenCoarse),
        u"confusion "_s + confusion.join(u' ')};
}

QStringList printed(const std::vector<AgreementStep> &steps)
{
    QStringList lines;
    for (const auto &step : steps)
        lines << step.title % u": " % printed(step.kappa);
    return lines;
}

} // namespace

class TestAgreementReport : public QObject
{
    Q_OBJECT

private slots:
    void leavesAndLevels()
    {
        const auto book = BookWords()
                              .sample("one", SamplePurpose::Main, 1, 8)
                              .by("ada", {schema, auth, auth, query, loop, query, u"-"_s, loop})
                              .by("bob", {schema, auth, query, query, schema, query, auth, u"-"_s})
                              .book();
        QCOMPARE(printed(report(book, between("ada", "bob"))),
            (QStringList{u"categories schema_format_error incorrect_query_logic auth_misconfiguration stuck_in_loop"_s,
                u"units 8, only by 1, only against 1, pilot 0"_s, u"accuracy 0.667 n=6"_s, u"kappa 0.538 n=6"_s,
                u"weighted 0.591 n=6"_s, u"fine 0.500 n=4"_s, u"confusion 1 0 0 0 0 2 0 0 0 1 1 0 1 0 0 0"_s}));
        QCOMPARE(printed(report(book, between("ada", "bob", AgreementLevel::Coarse))).mid(0, 4),
            (QStringList{u"categories schema_format_error logic_error stuck_in_loop"_s,
                u"units 8, only by 1, only against 1, pilot 0"_s, u"accuracy 0.833 n=6"_s, u"kappa 0.667 n=6"_s}));
        const auto fine = report(book, between("ada", "bob", AgreementLevel::Fine));
        QCOMPARE(printed(fine).mid(0, 4),
            (QStringList{u"categories incorrect_query_logic auth_misconfiguration"_s,
                u"units 5, only by 0, only against 1, pilot 0"_s, u"accuracy 0.750 n=4"_s, u"kappa 0.500 n=4"_s}));
        const auto all = report(book, between("ada", "bob"));
        QCOMPARE(std::ranges::count_if(all.units, &AgreementUnit::isDisagreement), 2);
        QCOMPARE(all.titles[2], studyCodebook().find(u"auth_misconfiguration")->title);
        QCOMPARE(all.perCategory[1].support, 2);
        QVERIFY(all.kappa.low && *all.kappa.low <= *all.kappa.value);
        QVERIFY2(all.notes[0].startsWith(u"Rests on 6 runs that ada (the reference) and bob both labelled"),
            qPrintable(all.notes[0]));
        QVERIFY(all.notes.join(u' ').contains(u"1 that only ada labelled; 1 that only bob labelled"));
        QVERIFY(all.notes.join(u' ').contains(u"3 clusters. With fewer than 10"));
        QCOMPARE(report(book, between("ada", "bob")).kappa, all.kappa);
    }

    void pilotsAreLeftOutUnlessAskedFor()
    {
        const auto book = BookWords()
                              .sample("pilot", SamplePurpose::Pilot, 1, 2)
                              .by("ada", {schema, loop})
                              .by("bob", {loop, loop})
                              .sample("main", SamplePurpose::Main, 2, 4)
                              .by("ada", {schema, loop, schema, loop})
                              .by("bob", {schema, loop, schema, schema})
                              .book();
        auto request = between("ada", "bob");
        QCOMPARE(printed(report(book, request)).mid(1, 2),
            (QStringList{u"units 2, only by 0, only against 0, pilot 2"_s, u"accuracy 0.500 n=2"_s}));
        QVERIFY(report(book, request).notes[1].contains(u"2 that stood in a pilot"));
        QCOMPARE(printed(report(book, request).rounds),
            (QStringList{u"Sample pilot: 0.000 n=2"_s, u"Sample main: 0.500 n=4"_s}));
        request.pilotToo = true;
        QCOMPARE(printed(report(book, request))[2], u"accuracy 0.750 n=4"_s);
        request = between("ada", "bob");
        request.samples = {u"pilot"_s};
        QCOMPARE(printed(report(book, request))[2], u"accuracy 0.500 n=2"_s);
    }

    void aJudgeOutsideOfSamplesCountsForTheirItems()
    {
        const auto book = BookWords()
                              .sample("main", SamplePurpose::Main, 1, 3)
                              .by("ada", {schema, loop, schema})
                              .outside()
                              .by("judge", {schema, loop, loop, loop, loop})
                              .book();
        auto request = between("ada", "judge");
        QCOMPARE(printed(report(book, request))[1], u"units 5, only by 0, only against 2, pilot 0"_s);
        request.samples = {u"main"_s};
        const auto made = report(book, request);
        QCOMPARE(printed(made).mid(1, 2),
            (QStringList{u"units 3, only by 0, only against 0, pilot 0"_s, u"accuracy 0.667 n=3"_s}));
        QCOMPARE(made.annotators.join(u' '), u"judge ada"_s);
    }

    void allAnnotatorsRepeatsAndDrift()
    {
        const auto book = BookWords()
                              .on("2026-11-02")
                              .sample("main", SamplePurpose::Main, 1, 4)
                              .by("ada", {schema, loop, schema, loop})
                              .by("bob", {schema, loop, loop, loop})
                              .by("eve", {schema, u"-"_s, schema, schema})
                              .on("2026-11-25")
                              .by("ada", {schema, schema}, 1)
                              .outside()
                              .by("judge", {loop, loop, loop, loop})
                              .book();
        const auto made = report(book, between("ada", "bob"));
        QCOMPARE(made.annotators.join(u' '), u"ada bob eve"_s);
        QCOMPARE(made.kappa.units, 4);
        QCOMPARE(made.fleiss.units, 3);
        QCOMPARE(made.alpha.units, 4);
        QCOMPARE(printed(made.intraRater), QStringList{u"ada: 0.000 n=2"_s});
        QStringList drift;
        for (const auto &step : made.drift)
            drift << QStringLiteral("%1 %2 n=%3 %4 s, %5 %6")
                         .arg(step.annotator, step.from)
                         .arg(step.labels)
                         .arg(step.medianSeconds.value_or(-1))
                         .arg(step.shares[0])
                         .arg(step.shares[1]);
        QCOMPARE(drift,
            (QStringList{u"ada 2026-11-02 n=4 2.5 s, 0.5 0.5"_s, u"ada 2026-11-23 n=2 1.5 s, 1 0"_s,
                u"bob 2026-11-02 n=4 2.5 s, 0.25 0.75"_s, u"eve 2026-11-02 n=3 3 s, 1 0"_s}));
    }

    void labelsOfEarlierVersionsCountAsTheyAreCalledNow()
    {
        const CodebookAuthor author{.name = u"ada"_s, .reason = u"same"_s, .time = u"2026-11-22T00:00:00.000Z"_s};
        const auto merged = withMerged(
            studyCodebook(), {schema, loop}, {.id = u"either"_s, .name = u"either"_s, .title = u"Either"_s}, author);
        QVERIFY2(merged, qPrintable(merged ? QString() : merged.error().message));
        BookWords words;
        words.m_book.codebooks.push_back(*merged);
        const auto book = words.sample("main", SamplePurpose::Main, 1, 3)
                              .by("ada", {schema, loop, auth})
                              .version(2)
                              .by("bob", {u"either"_s, u"either"_s, auth})
                              .book();
        const auto made = report(book, between("ada", "bob"));
        QCOMPARE(made.categories.join(u' '), u"auth_misconfiguration either"_s);
        QCOMPARE(printed(made.kappa), u"1.000 n=3"_s);
        QVERIFY(made.notes.join(u' ').contains(u"versions 1, 2"));
    }

    void whatDoesNotExistSaysWhy()
    {
        const auto book = BookWords()
                              .sample("main", SamplePurpose::Main, 1, 4)
                              .by("ada", {schema, schema})
                              .by("bob", {u"-"_s, u"-"_s, schema})
                              .by("eve", {schema, schema})
                              .book();
        QCOMPARE(printed(report(book, between("ada", "bob"))).mid(1, 3),
            (QStringList{u"units 3, only by 2, only against 1, pilot 0"_s,
                u"accuracy - n=0 "_s + undefinedReason(Undefined::NoOverlap),
                u"kappa - n=0 "_s + undefinedReason(Undefined::NoOverlap)}));
        QCOMPARE(
            printed(report(book, between("ada", "eve")).kappa), u"- n=2 "_s + undefinedReason(Undefined::OneCategory));
        const auto refusal = [&](const LabelBook &of, const char *by, const char *against) {
            const auto made = agreementReport(of, between(by, against));
            return made ? u"made"_s : made.error().message;
        };
        QCOMPARE(refusal(book, "ada", "ida"), u"There are no labels of \"ida\". There are labels of ada, bob, eve."_s);
        QVERIFY(refusal(book, "ada", "ada").contains(u"cannot be compared with themselves"));
        QVERIFY(refusal({}, "ada", "bob").startsWith(u"There are no labels."));
    }

    void theStudysValidationSet()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/paper/judge_validation_set.json");
        QFile file(Test::sharedFile(u"data/paper/judge_validation_set.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        LabelBook book;
        for (const auto value : QJsonDocument::fromJson(file.readAll()).array()) {
            const auto item = value.toObject();
            for (const auto *annotator : {"human", "judge"}) {
                LabelRow row{.annotator = QString::fromLatin1(annotator)};
                row.target = {.runtime = item[u"runtime"].toString(),
                    .configuration = {.scaffold = item[u"agent"].toString(), .model = item[u"model"].toString()},
                    .task = item[u"task"].toString(),
                    .trial = item[u"run_id"].toString().mid(4).toInt()};
                row.label = {.code = u"logic_error"_s,
                    .subcode = item[row.annotator + u"_subcategory"].toString(),
                    .codebook = studyCodebook().id,
                    .version = 1};
                book.rows.push_back(row);
            }
        }
        const auto made = agreementReport(book, between("human", "judge"));
        QVERIFY(made);
        QCOMPARE(printed(made->accuracy), u"0.980 n=50"_s);
        QCOMPARE_LE(std::abs(*made->kappa.value - 0.9752597723899059), 1e-12);
        QCOMPARE_LE(std::abs(*made->macroF1 - 0.9748148148148149), 1e-12);
        QCOMPARE_LE(std::abs(*made->kappa.low - 0.92), 0.01);
        QCOMPARE_LE(std::abs(*made->kappa.high - 1), 1e-12);
        QCOMPARE(made->categories.size(), 6);
    }
};

QTEST_GUILESS_MAIN(TestAgreementReport)
#include "tst_agreementreport.moc"
