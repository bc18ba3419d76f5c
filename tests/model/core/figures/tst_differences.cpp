// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Published values beside those of a study, and the files they come from.

#include <figures/published.h>
#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <support/arun.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;
using enum Constraint;

namespace {

/// Two configurations on two frameworks, with an older date and an excluded run.
StudySnapshot smallStudy()
{
    Run older = aRun().of("gpt-x").on("flask").dated("2026-01-01T00-00-00").passing(0, 10);
    older.newestDate = false;
    StudySnapshot study{.name = u"test"_s,
        .runs = {
            aRun().of("gpt-x").on("flask").passing(9, 10),
            aRun().of("gpt-x").on("koa").passing(10, 10),
            aRun().of("gpt-x").on("flask", {Postgres}).passing(10, 10),
            aRun().of("gpt-x").on("koa", {Postgres}).passing(8, 10).violating(ConstraintKind::Database),
            aRun().of("gpt-x").on("flask", {CleanArchitecture, Postgres, SqlAlchemy}).passing(4, 10),
            aRun().of("gpt-y", "openhands_sdk").on("flask").passing(2, 10),
            aRun().of("gpt-y", "openhands_sdk").on("flask").trial(1).passing(0, 10).excluded("network was down"),
            older,
        }};
    study.styles = completedStyles({}, study.runs);
    return study;
}

PublishedRow decayRow(const char *model, std::map<QString, double> values)
{
    const QString scaffold = QLatin1StringView(model) == u"GPT-Y" ? u"openhands_sdk"_s : u"mini_swe_sdk"_s;
    return {.table = u"decay"_s,
        .label = u"Table 1"_s,
        .names = {{u"scaffold"_s, scaffold}, {u"model"_s, QString::fromLatin1(model)}},
        .values = std::move(values)};
}

TableSpec differences(std::vector<PublishedRow> rows, const RunFilter &filter = {})
{
    const std::vector<PublishedBook> books{{.source = u"Somebody 2026"_s, .rows = std::move(rows)}};
    TableOptions options{.filter = filter, .by = {}, .against = {}, .published = {}};
    options.published = std::make_shared<const std::vector<PublishedBook>>(books);
    auto table = buildTable(u"differences", smallStudy(), options);
    return table ? std::move(*table) : TableSpec{.name = table.error().message};
}

/// "GPT-X L0 A% 95.0 here 95.0 n 2 yes".
QStringList printed(const TableSpec &table)
{
    const auto text = [&table](std::size_t row, QStringView key) {
        const auto &cell = table.at(row, key);
        if (const auto *number = std::get_if<double>(&cell))
            return QString::number(*number, 'f', 1);
        if (const auto *count = std::get_if<qint64>(&cell))
            return QString::number(*count);
        const auto *words = std::get_if<QString>(&cell);
        return words ? *words : u"–"_s;
    };
    QStringList lines;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        QStringList words;
        for (const auto *key : {u"model", u"item", u"column", u"published", u"here", u"n", u"same", u"cause"})
            words << text(row, key);
        words.removeAll(QString());
        lines << words.join(u' ') + table.rows[row].mark;
    }
    return lines;
}

QString refusal(const QByteArray &document)
{
    const auto book = readPublished(document, u"my.json"_s, {u"decay"_s, u"feature"_s});
    return book ? u"accepted"_s : book.error().message.section(u"\"my.json\". "_s, 1);
}

/// A document around the members of its only table, written with single quotes.
QByteArray around(const char *table)
{
    return QByteArray("{'format':'decayscope published values','version':1,'source':'X','tables':[{")
        .append(table)
        .append("}]}")
        .replace('\'', '"');
}

} // namespace

class TestDifferences : public QObject
{
    Q_OBJECT

private slots:
    void whatIsEqualAsPrintedIsTheSame()
    {
        const auto table = differences({decayRow("GPT-X", {{u"a_l0"_s, 95.0}, {u"a_l1"_s, 50.0}, {u"a_l3"_s, 40.0}}),
            {.table = u"marginal-effects"_s,
                .label = u"Table 2a"_s,
                .names = {{u"constraint"_s, u"postgres"_s}},
                .values = {{u"mean"_s, -45.0}, {u"n"_s, 2}}},
            {.table = u"frameworks"_s,
                .label = u"Leaderboard"_s,
                .decimals = 2,
                .names = {{u"model"_s, u"gpt-x"_s}, {u"framework"_s, u"flask"_s}},
                .values = {{u"a"_s, 76.67}}}});
        QCOMPARE(printed(table),
            (QStringList{u"GPT-X L0 A% 95.0 95.0 2 yes"_s, u"GPT-X L1 A% 50.0 50.0 2 yes"_s,
                u"GPT-X L3 A% 40.0 40.0 1 yes"_s, u"postgres Mean ΔA% -45.0 -45.0 2 yes"_s,
                u"postgres Pairs 2.0 2.0 2 yes"_s, u"gpt-x flask A% 76.7 76.7 3 yes"_s}));
        QVERIFY(table.notes.contains(u"Published: Somebody 2026."_s));
        QCOMPARE(table.columns[*table.columnOf(u"here")].decimals, 2);
    }

    void everyDifferenceHasACause_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("column");
        QTest::addColumn<double>("published");
        QTest::addColumn<bool>("filtered");
        QTest::addColumn<QString>("line");
        QTest::newRow("model not run") << u"GPT-Z"_s << u"a_l0"_s << 1.0 << false << u"– – no not run here"_s;
        QTest::newRow("level not run") << u"GPT-X"_s << u"a_l2"_s << 1.0 << false << u"– – no not run here"_s;
        QTest::newRow("newest date") << u"GPT-X"_s << u"a_l0"_s << 72.5 << false
                                     << u"95.0 2 no newest-date rule: the same with the runs of older dates"_s;
        QTest::newRow("strict zeroing") << u"GPT-X"_s << u"a_l1"_s << 90.0 << false
                                        << u"50.0 2 no strict zeroing: the same by the other score, strict or raw"_s;
        QTest::newRow("exclusions") << u"GPT-Y"_s << u"a_l0"_s << 10.0 << false
                                    << u"20.0 1 no exclusions: the same with the runs excluded by hand*"_s;
        QTest::newRow("subset") << u"GPT-Y"_s << u"a_l0"_s << 33.0 << false << u"20.0 1 no subset configuration (*)*"_s;
        QTest::newRow("filter") << u"GPT-X"_s << u"a_l0"_s << 95.0 << true
                                << u"90.0 1 no filter: the same without it"_s;
        QTest::newRow("filter and more") << u"GPT-X"_s << u"a_l0"_s << 33.0 << true
                                         << u"90.0 1 no other runs, and a filter"_s;
        QTest::newRow("other runs") << u"GPT-X"_s << u"a_l0"_s << 33.0 << false << u"95.0 2 no other runs"_s;
        QTest::newRow("unknown column") << u"GPT-X"_s << u"nonsense"_s << 33.0 << false << u"– – no no such column"_s;
    }

    void everyDifferenceHasACause()
    {
        QFETCH(QString, model);
        QFETCH(QString, column);
        QFETCH(double, published);
        QFETCH(bool, filtered);
        const RunFilter filter{.frameworks = filtered ? QStringList{u"flask"_s} : QStringList()};
        const auto lines
            = printed(differences({decayRow(model.toLatin1().constData(), {{column, published}})}, filter));
        QCOMPARE(lines.size(), 1);
        QTEST(lines.front().section(QString::number(published, 'f', 1) + u' ', 1), "line");
    }

    /// Programs round 94.95 up and down.
    void tiesAreTheSameRoundedEitherWay()
    {
        const auto same = [](double published, int decimals) {
            auto row = decayRow("GPT-X", {{u"a_l0"_s, published}});
            row.decimals = decimals;
            return std::get<QString>(differences({row}).at(0, u"same"));
        };
        QCOMPARE(same(95.05, 1), u"yes"_s);
        QCOMPARE(same(94.95, 1), u"yes"_s);
        QCOMPARE(same(95.06, 1), u"no"_s);
        QCOMPARE(same(95.05, 2), u"no"_s);
        QCOMPARE(same(95.4, 0), u"yes"_s);
    }

    void anotherNumberOfRunsIsACause()
    {
        const auto lines = printed(differences({decayRow("GPT-X", {{u"a_l0"_s, 33.0}, {u"runs"_s, 99}})}));
        QCOMPARE(lines.at(1), u"GPT-X L0 A% 33.0 95.0 2 no different n: 99 published, 5 here"_s);
    }

    void theStudyIsComparedWithWhereNothingElseIsAskedFor()
    {
        const auto table = buildTable(u"differences", smallStudy());
        QVERIFY(table.has_value());
        QCOMPARE(table->rows.size(), 30U);
        QCOMPARE(std::get<QString>(table->at(0, u"cause")), u"not run here"_s);
        QVERIFY(!writeTable(*table, TableFormat::Text).isEmpty());
    }

    void booksOfTheProgramAreWhole()
    {
        std::size_t values = 0;
        for (const auto &name : publishedNames()) {
            const auto book = publishedBook(name);
            QVERIFY2(book.has_value(), book ? "" : qPrintable(book.error().message));
            for (const auto &row : book->rows)
                values += row.values.size();
        }
        QCOMPARE(values, 55U);
        QCOMPARE(publishedStudy().decay.size(), 10U);
        QCOMPARE(publishedStudy().effects.size(), 5U);
        QCOMPARE(publishedStudy().effects[1].standardError, 2.5);
    }

    void faultsAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray() << u"It is no JSON at byte 0: illegal value."_s;
        QTest::newRow("bytes") << QByteArray("\0\xff{", 3) << u"It is no JSON at byte 1: illegal value."_s;
        QTest::newRow("list") << QByteArray("[]") << u"\"format\": it should be \"decayscope published values\"."_s;
        QTest::newRow("version") << QByteArray("{\"format\":\"decayscope published values\",\"version\":2}")
                                 << u"\"version\": this Decayscope knows version 1."_s;
        QTest::newRow("no table") << around("'rows':[]")
                                  << u"\"tables\"[0].\"table\": here belongs a text of 1 to 400 characters."_s;
        QTest::newRow("other table") << around("'table':'x','rows':[]")
                                     << u"\"tables\"[0].\"table\": there is no table \"x\". The tables are decay, "
                                        "feature."_s;
        QTest::newRow("decimals") << around("'table':'decay','decimals':77,'rows':[]")
                                  << u"\"tables\"[0].\"decimals\": here belongs a number from 0 to 6."_s;
        QTest::newRow("score") << around("'table':'decay','score':'best','rows':[]")
                               << u"\"tables\"[0].\"score\": it should be \"strict\" or \"raw\"."_s;
        QTest::newRow("no name") << around("'table':'decay','rows':[{'a_l0':1}]")
                                 << u"\"tables\"[0].\"rows\"[0]: a row needs a text that names it, such as "
                                    "\"model\"."_s;
        QTest::newRow("a list for a number")
            << around("'table':'decay','rows':[{'model':'x','a_l0':[1]}]")
            << u"\"tables\"[0].\"rows\"[0].\"a_l0\": here belongs a number, a text or null."_s;
        QTest::newRow("deep") << QByteArray(100'000, '[')
                              << u"It is no JSON at byte 1025: too deeply nested "
                                 "document."_s;
        QTest::newRow("large") << QByteArray(5 * 1024 * 1024, ' ') << u"It has more than 4 MiB."_s;
        QTest::newRow("null") << around("'table':'decay','rows':[{'model':'x','a_l0':null}]") << u"accepted"_s;
    }

    void faultsAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, document);
        QTEST(refusal(document), "message");
    }

    void rowsAreBounded()
    {
        QByteArray rows;
        for (int i = 0; i < 5001; ++i)
            rows += "{'model':'x'},";
        rows.chop(1);
        QCOMPARE(refusal(around(QByteArray("'table':'decay','rows':[" + rows + ']').constData())),
            u"\"tables\"[0].\"rows\"[5000]: there are more than 5000 rows."_s);
    }

    void booksAreFoundByPath()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"mine.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(around("'table':'decay','label':'Mine','rows':[{'model':'x','a_l0':1.5}]"));
        file.close();
        const auto book = publishedBook(path);
        QVERIFY(book.has_value());
        QCOMPARE(book->rows.front().label, u"Mine"_s);
        QCOMPARE(book->rows.front().value(u"a_l0"_s), std::optional(1.5));
        QCOMPARE(publishedBook(folder.path()).error().kind, ErrorKind::NotFound);
        QCOMPARE(publishedBook(u"no-such-book"_s).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestDifferences)
#include "tst_differences.moc"
