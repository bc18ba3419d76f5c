// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurestudies.h"

#include <figures/figurecatalogue.h>
#include <figures/figuretable.h>
#include <support/shareddata.h>

#include <QTest>

#include <model/core/stats/expectedstudy.h>

#include <cmath>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

/// Named numbers, to be compared.
using Numbers = std::map<QString, double>;

void put(Numbers &numbers, const QString &name, const Cell &cell)
{
    if (const auto *number = std::get_if<double>(&cell))
        numbers[name] = *number;
    else if (const auto *count = std::get_if<qint64>(&cell))
        numbers[name] = static_cast<double>(*count);
}

QString textOf(const Cell &cell)
{
    return std::get<QString>(cell);
}

/// "gpt-x · mini_swe_sdk", as styles name a configuration.
QString configurationOf(const TableSpec &table, std::size_t row)
{
    return textOf(table.at(row, u"model")) % u" · " % textOf(table.at(row, u"scaffold"));
}

QStringList differences(const Numbers &actual, const Numbers &expected)
{
    QStringList found;
    for (const auto &[name, value] : expected) {
        const auto same = actual.find(name);
        if (same == actual.end())
            found << name + u" is missing";
        else if (std::abs(same->second - value) > 1e-9)
            found << u"%1: %2 instead of %3"_s.arg(name).arg(same->second).arg(value);
    }
    for (const auto &[name, value] : actual) {
        if (!expected.contains(name))
            found << name + u" is too much";
    }
    return found;
}

/// The columns of a twin by name of the row: `key` of `nameOf`.
template <typename NameOf>
Numbers numbersOf(const TableSpec &table, NameOf nameOf, const QStringList &keys)
{
    Numbers numbers;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const auto &key : keys) {
            if (table.columnOf(key))
                put(numbers, nameOf(row) % u' ' % key, table.at(row, key));
        }
    }
    return numbers;
}

/// Columns by level ("a_l0" …) as "configuration L0 mean".
void putLevels(
    Numbers &numbers, const TableSpec &table, const QString &prefix, const QString &suffix, const QString &as)
{
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (int level = 0; level < levelCount; ++level)
            put(numbers, u"%1 L%2 %3"_s.arg(configurationOf(table, row)).arg(level).arg(as),
                table.at(row, u"%1_l%2%3"_s.arg(prefix).arg(level).arg(suffix)));
    }
}

} // namespace

/// Figures and tables are made apart; their numbers are the same.
class TestFiguresMatchTables : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const auto tree = QString::fromLatin1(QTest::currentDataTag());
        m_study = tree == u"uneven" ? anUnevenStudy()
                                    : aStudy(runsOf(expectedFile(sharedFile(u"data/expected/%1.json"_s.arg(tree)))));
    }

    void decay_data() { studies(); }
    void decay()
    {
        for (const auto raw : {false, true}) {
            const auto metric = raw ? DecayMetric::AssertionsRaw : DecayMetric::AssertionsStrict;
            const auto expected = table(raw ? u"decay-raw" : u"decay");
            Numbers numbers;
            putLevels(numbers, expected, u"a"_s, {}, u"mean"_s);
            putLevels(numbers, expected, u"a"_s, u"_low"_s, u"low"_s);
            putLevels(numbers, expected, u"a"_s, u"_high"_s, u"high"_s);
            QCOMPARE(differences(curves(twin(u"decay", {.metric = metric})), numbers), QStringList());
        }
    }

    void passAt1_data() { studies(); }
    void passAt1()
    {
        Numbers numbers;
        putLevels(numbers, table(u"decay"), u"p"_s, {}, u"mean"_s);
        auto actual = curves(twin(u"decay", {.metric = DecayMetric::PassAt1}));
        std::erase_if(actual, [](const auto &entry) { return !entry.first.endsWith(u"mean"); });
        QCOMPARE(differences(actual, numbers), QStringList());
        const auto scatter = twin(u"pass-vs-a");
        const auto nameOf = [&](std::size_t row) {
            return textOf(scatter.at(row, u"series")) % u' ' % textOf(scatter.at(row, u"point"));
        };
        Numbers both;
        putLevels(both, table(u"decay"), u"a"_s, {}, u"x"_s);
        putLevels(both, table(u"decay"), u"p"_s, {}, u"y"_s);
        QCOMPARE(differences(numbersOf(scatter, nameOf, {u"x"_s, u"y"_s}), both), QStringList());
    }

    void slope_data() { studies(); }
    void slope()
    {
        Numbers numbers;
        putLevels(numbers, table(u"decay"), u"a"_s, {}, u"mean"_s);
        std::erase_if(
            numbers, [](const auto &entry) { return entry.first.contains(u" L1 ") || entry.first.contains(u" L2 "); });
        const auto slopes = twin(u"slope");
        const auto nameOf = [&](std::size_t row) {
            return textOf(slopes.at(row, u"series")) % u' ' % textOf(slopes.at(row, u"category"));
        };
        QCOMPARE(differences(numbersOf(slopes, nameOf, {u"mean"_s}), numbers), QStringList());
    }

    void effects_data() { studies(); }
    void effects()
    {
        const auto expected = table(u"marginal-effects");
        const auto figure = twin(u"marginal-effects");
        const QStringList keys{u"mean"_s, u"low"_s, u"high"_s, u"n"_s};
        const auto expectedName = [&](std::size_t row) {
            return constraintTitle(constraintFromName(textOf(expected.at(row, u"constraint"))).value());
        };
        const auto nameOf = [&](std::size_t row) { return textOf(figure.at(row, u"category")); };
        QCOMPARE(differences(numbersOf(figure, nameOf, keys), numbersOf(expected, expectedName, keys)), QStringList());
    }

    void sensitivity_data() { studies(); }
    void sensitivity()
    {
        const auto expected = table(u"sensitivity");
        const auto figure = twin(u"sensitivity");
        const auto expectedName = [&](std::size_t row) {
            return configurationOf(expected, row) % u' ' % textOf(expected.at(row, u"framework"));
        };
        const auto nameOf = [&](std::size_t row) {
            return textOf(figure.at(row, u"series")) % u' ' % textOf(figure.at(row, u"category"));
        };
        QCOMPARE(differences(numbersOf(figure, nameOf, {u"mean"_s, u"n"_s}),
                     numbersOf(expected, expectedName, {u"mean"_s, u"n"_s})),
            QStringList());
        for (std::size_t row = 0; row < figure.rows.size(); ++row) {
            const auto *low = figure.columnOf(u"low") ? std::get_if<double>(&figure.at(row, u"low")) : nullptr;
            if (!low)
                continue;
            const auto sem = std::get<double>(figure.at(row, u"mean")) - *low;
            bool found = false;
            for (std::size_t other = 0; other < expected.rows.size(); ++other)
                found = found
                    || (expectedName(other) == nameOf(row)
                        && std::abs(std::get<double>(expected.at(other, u"sem")) - sem) < 1e-9);
            QVERIFY(found);
        }
    }

    void impact_data() { studies(); }
    void impact()
    {
        Numbers numbers;
        putLevels(numbers, table(u"verifier-impact"), u"a"_s, {}, u"With verifiers"_s);
        putLevels(numbers, table(u"verifier-impact"), u"raw"_s, {}, u"Tests alone"_s);
        const auto figure = twin(u"verifier-impact");
        Numbers actual;
        for (std::size_t row = 0; row < figure.rows.size(); ++row)
            put(actual,
                QStringList{textOf(figure.at(row, u"panel")), textOf(figure.at(row, u"category")),
                    textOf(figure.at(row, u"series"))}
                    .join(u' '),
                figure.at(row, u"mean"));
        QCOMPARE(differences(actual, numbers), QStringList());
    }

    void subset_data() { studies(); }
    void subset()
    {
        Numbers numbers;
        putLevels(numbers, table(u"subset"), u"full"_s, {}, u"x"_s);
        putLevels(numbers, table(u"subset"), u"subset"_s, {}, u"y"_s);
        const auto figure = twin(u"subset");
        const auto nameOf = [&](std::size_t row) {
            return textOf(figure.at(row, u"point")) % u' ' % textOf(figure.at(row, u"series"));
        };
        QCOMPARE(differences(numbersOf(figure, nameOf, {u"x"_s, u"y"_s}), numbers), QStringList());
    }

    void tokens_data() { studies(); }
    void tokens()
    {
        for (const auto output : {false, true}) {
            const auto expected = table(u"tokens");
            Numbers numbers;
            for (std::size_t row = 0; row < expected.rows.size(); ++row)
                put(numbers,
                    u"%1 L%2 mean"_s.arg(configurationOf(expected, row))
                        .arg(std::get<qint64>(expected.at(row, u"level"))),
                    expected.at(row, output ? u"output" : u"input"));
            auto actual = curves(twin(u"tokens", {.tokens = output ? TokenMeasure::Output : TokenMeasure::Input}));
            std::erase_if(actual, [](const auto &entry) { return !entry.first.endsWith(u"mean"); });
            QCOMPARE(differences(actual, numbers), QStringList());
        }
    }

private:
    static void studies()
    {
        QTest::addColumn<int>("unused");
        QTest::newRow("uneven") << 0;
        for (const auto *tree : {"tiny-1-quirks", "small-1", "small-2-quirks"}) {
            if (!sharedFile(u"data/expected/%1.json"_s.arg(QString::fromLatin1(tree))).isEmpty())
                QTest::newRow(tree) << 0;
        }
    }

    [[nodiscard]] TableSpec table(QStringView name) const { return buildTable(name, m_study).value(); }
    [[nodiscard]] TableSpec twin(QStringView name, const FigureRequest &request = {}) const
    {
        return tableOfFigure(buildFigure(name, m_study, request).value());
    }

    static Numbers curves(const TableSpec &figure)
    {
        const auto nameOf = [&](std::size_t row) {
            return textOf(figure.at(row, u"series")) % u' ' % textOf(figure.at(row, u"category"));
        };
        return numbersOf(figure, nameOf, {u"mean"_s, u"low"_s, u"high"_s});
    }

    StudySnapshot m_study;
};

QTEST_GUILESS_MAIN(TestFiguresMatchTables)
#include "tst_figuresmatchtables.moc"
