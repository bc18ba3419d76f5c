// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <figures/tablewriters.h>

#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>

using namespace Decayscope;

namespace {

/// A small table with everything that formats must get right: marks, signs, intervals, what does not exist, a list,
/// and a name full of the characters that every format minds.
TableSpec sampleTable()
{
    TableSpec table{.name = QStringLiteral("decay"), .title = QStringLiteral("Decay & more")};
    table.columns = {
        {.key = QStringLiteral("scaffold"), .title = QStringLiteral("Scaffold")},
        {.key = QStringLiteral("model"), .title = QStringLiteral("Model")},
        {.key = QStringLiteral("tasks"), .title = QStringLiteral("Tasks"), .kind = CellKind::Count},
        {.key = QStringLiteral("a_l0"),
            .title = QStringLiteral("A% L0"),
            .kind = CellKind::Percent,
            .level = 0,
            .lowKey = QStringLiteral("a_l0_low"),
            .highKey = QStringLiteral("a_l0_high")},
        {.key = QStringLiteral("delta"), .title = QStringLiteral("ΔA%"), .kind = CellKind::Points},
        {.key = QStringLiteral("p_value"), .title = QStringLiteral("p"), .kind = CellKind::PValue},
        {.key = QStringLiteral("missing"), .title = QStringLiteral("Missing"), .isList = true},
        {.key = QStringLiteral("a_l0_low"),
            .title = QStringLiteral("low"),
            .kind = CellKind::Percent,
            .forPeople = false},
        {.key = QStringLiteral("a_l0_high"),
            .title = QStringLiteral("high"),
            .kind = CellKind::Percent,
            .forPeople = false},
    };
    table.rows = {
        {.cells = {QStringLiteral("mini_swe"), QStringLiteral("a|b \"c\", <d> & $e%"), qint64{80}, 66.66666666666667,
             -0.04, 0.00009, QStringLiteral("t1, t2, t3, t4, t5"), -3.5, 103.25},
            .runs = {},
            .mark = QStringLiteral("*")},
        {.cells = {QStringLiteral("open\nhands"), QStringLiteral("käse"), qint64{1}, Cell(), 12.34, 1.0, QString(),
             Cell(), Cell()},
            .runs = {},
            .mark = {}},
    };
    table.fields = {
        {.group = QStringLiteral("capable"),
            .key = QStringLiteral("n"),
            .title = QStringLiteral("n"),
            .kind = CellKind::Count,
            .value = qint64{1}},
        {.group = QStringLiteral("capable"),
            .key = QStringLiteral("mean_delta"),
            .title = QStringLiteral("mean ΔA%"),
            .kind = CellKind::Points,
            .value = -33.26},
        {.group = {},
            .key = QStringLiteral("pearson_r"),
            .title = QStringLiteral("Pearson r"),
            .value = 0.98765,
            .decimals = 3},
    };
    table.notes = {
        QStringLiteral("A% is a mean; p < 0.05 is no magic."), QStringLiteral("These numbers are a sample, made up.")};
    return table;
}

QStringList lines(TableFormat format, const TableSpec &table = sampleTable())
{
    auto text = QString::fromUtf8(writeTable(table, format));
    if (!text.endsWith(u'\n'))
        return {QStringLiteral("no newline at the end")};
    text.chop(1);
    return text.split(u'\n');
}

/// JSON written with single quotes: moc loses its way in raw strings.
QString quoted(QStringView json)
{
    return json.toString().replace(u'\'', u'"');
}

} // namespace

class TestTableWriters : public QObject
{
    Q_OBJECT

private slots:
    void names()
    {
        QCOMPARE(tableFormatNames(),
            (QStringList{QStringLiteral("text"), QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("latex"),
                QStringLiteral("markdown"), QStringLiteral("html")}));
        QCOMPARE(tableFormatFromName(u"latex"), TableFormat::Latex);
        QVERIFY(!tableFormatFromName(u"LaTeX"));
    }

    void text()
    {
        const QStringList expected{
            QStringLiteral("Decay & more"),
            QString(),
            QStringLiteral("Scaffold    Model                Tasks              A% L0    ΔA%       p  Missing"),
            QStringLiteral(
                "----------  -------------------  -----  -----------------  -----  ------  ---------------------"),
            QStringLiteral(
                "mini_swe    a|b \"c\", <d> & $e%*     80  66.7 [0.0, 100.0]    0.0  <0.001  t1, t2, t3 and 2 more"),
            QStringLiteral("open hands  käse                     1                  –  +12.3   1.000"),
            QString(),
            QStringLiteral("capable: n 1, mean ΔA% -33.3"),
            QStringLiteral("Pearson r 0.988"),
            QString(),
            QStringLiteral("A% is a mean; p < 0.05 is no magic."),
            QStringLiteral("These numbers are a sample, made up."),
        };
        QCOMPARE(lines(TableFormat::Text), expected);
    }

    void csv()
    {
        const QStringList expected{
            QStringLiteral("scaffold,model,tasks,a_l0,delta,p_value,missing,a_l0_low,a_l0_high\r"),
            QStringLiteral("mini_swe,\"a|b \"\"c\"\", <d> & $e%\",80,66.66666666666667,-0.04,9e-05,\"t1, t2, t3, t4, "
                           "t5\",-3.5,103.25\r"),
            QStringLiteral("\"open"),
            QStringLiteral("hands\",käse,1,,12.34,1,,,\r"),
        };
        QCOMPARE(lines(TableFormat::Csv), expected);
    }

    void csvCarriesTheCaveat()
    {
        auto table = sampleTable();
        table.rows.erase(table.rows.begin());
        table.columns.erase(table.columns.begin() + 2, table.columns.end());
        table.rows.front().cells.resize(2);
        table.caveat = QStringLiteral("sample, made up");
        QCOMPARE(lines(TableFormat::Csv, table),
            (QStringList{QStringLiteral("scaffold,model,caveat\r"), QStringLiteral("\"open"),
                QStringLiteral("hands\",käse,\"sample, made up\"\r")}));
    }

    void json()
    {
        const auto document = nlohmann::ordered_json::parse(writeTable(sampleTable(), TableFormat::Json).toStdString());
        QStringList keys;
        for (const auto &[key, value] : document.items())
            keys << QString::fromStdString(key);
        QCOMPARE(keys,
            (QStringList{QStringLiteral("table"), QStringLiteral("columns"), QStringLiteral("rows"),
                QStringLiteral("notes"), QStringLiteral("capable"), QStringLiteral("pearson_r")}));
        QCOMPARE(QString::fromStdString(document["columns"][4].dump()), quoted(u"{'key':'delta','title':'ΔA%'}"));
        QCOMPARE(QString::fromStdString(document["rows"][0].dump()),
            quoted(u"{'scaffold':'mini_swe','model':'a|b \\'c\\', <d> & "
                   u"$e%','tasks':80,'a_l0':66.66666666666667,'delta':-0.04,"
                   u"'p_value':9e-05,'missing':['t1','t2','t3','t4','t5'],'a_l0_low':-3.5,'a_l0_high':103.25}"));
        QCOMPARE(QString::fromStdString(document["rows"][1].dump()),
            quoted(u"{'scaffold':'open\\nhands','model':'käse','tasks':1,'a_l0':null,'delta':12.34,"
                   u"'p_value':1.0,'missing':[],'a_l0_low':null,'a_l0_high':null}"));
        QCOMPARE(QString::fromStdString(document["capable"].dump()), quoted(u"{'n':1,'mean_delta':-33.26}"));
        QCOMPARE(document["pearson_r"].get<double>(), 0.98765);
        QCOMPARE(document["notes"].size(), 2U);
    }

    void notANumberDoesNotExist()
    {
        TableSpec table{
            .columns = {{.key = QStringLiteral("a"), .title = QStringLiteral("A"), .kind = CellKind::Number}}};
        table.rows = {{.cells = {std::numeric_limits<double>::quiet_NaN()}, .runs = {}, .mark = {}}};
        QVERIFY(writeTable(table, TableFormat::Json).contains("\"a\": null"));
        QCOMPARE(lines(TableFormat::Csv, table), (QStringList{QStringLiteral("a\r"), QStringLiteral("\r")}));
    }

    void latex()
    {
        const QStringList expected{
            QStringLiteral("% Caption: Decay \\& more"),
            QStringLiteral("% Needs \\usepackage{booktabs}."),
            QStringLiteral("\\noindent"),
            QStringLiteral("\\begin{tabular}{llrrrrl}"),
            QStringLiteral("\\toprule"),
            QStringLiteral("Scaffold & Model & Tasks & A\\% L0 & $\\Delta$A\\% & p & Missing \\\\"),
            QStringLiteral("\\midrule"),
            QStringLiteral(
                "mini\\_swe & a\\textbar{}b ''c'', $<$d$>$ \\& \\$e\\%* & 80 & 66.7 [0.0, 100.0] & 0.0 & $<$0.001 & "
                "t1, t2, t3 and 2 more \\\\"),
            QStringLiteral("open hands & k\\\"{a}se & 1 & -- & +12.3 & 1.000 &  \\\\"),
            QStringLiteral("\\bottomrule"),
            QStringLiteral("\\end{tabular}"),
            QStringLiteral("\\par\\smallskip"),
            QStringLiteral("{\\footnotesize\\raggedright"),
            QStringLiteral("capable: n 1, mean $\\Delta$A\\% $-$33.3\\par"),
            QStringLiteral("Pearson r 0.988\\par"),
            QStringLiteral("A\\% is a mean; p $<$ 0.05 is no magic. These numbers are a sample, made up.\\par"),
            QStringLiteral("}"),
        };
        QCOMPARE(lines(TableFormat::Latex), expected);
    }

    void markdown()
    {
        const QStringList expected{
            QStringLiteral("**Decay &amp; more**"),
            QString(),
            QStringLiteral("| Scaffold | Model | Tasks | A% L0 | ΔA% | p | Missing |"),
            QStringLiteral("| --- | --- | ---: | ---: | ---: | ---: | --- |"),
            QStringLiteral("| mini\\_swe | a\\|b \"c\", \\<d\\> &amp; $e%\\* | 80 | 66.7 [0.0, 100.0] | 0.0 | "
                           "&lt;0.001 | t1, t2, t3 and 2 more |"),
            QStringLiteral("| open hands | käse | 1 | – | +12.3 | 1.000 |  |"),
            QString(),
            QStringLiteral("- capable: n 1, mean ΔA% −33.3"),
            QStringLiteral("- Pearson r 0.988"),
            QStringLiteral("- A% is a mean; p \\< 0.05 is no magic."),
            QStringLiteral("- These numbers are a sample, made up."),
        };
        QCOMPARE(lines(TableFormat::Markdown), expected);
    }

    void html()
    {
        const auto html = lines(TableFormat::Html);
        QCOMPARE(html.first(5),
            (QStringList{QStringLiteral("<table class=\"decayscope\">"),
                QStringLiteral("<caption>Decay &amp; more</caption>"), QStringLiteral("<thead>"), html.at(3),
                QStringLiteral("</thead>")}));
        QVERIFY(html.at(3).startsWith(u"<tr><th scope=\"col\" class=\"text\" style=\"text-align:left\">Scaffold</th>"));
        QVERIFY(html.at(6).contains(
            u"<th scope=\"row\" class=\"text\" style=\"text-align:left\">a|b &quot;c&quot;, &lt;d&gt; &amp; $e%*</th>"
            u"<td class=\"number\" style=\"text-align:right\">80</td>"));
        QCOMPARE(html.last(), QStringLiteral("</ul>"));
        QVERIFY(html.contains(QStringLiteral("<li>A% is a mean; p &lt; 0.05 is no magic.</li>")));
    }

    void minusSignsInMarkup()
    {
        TableSpec table{
            .columns = {{.key = QStringLiteral("d"), .title = QStringLiteral("D"), .kind = CellKind::Points}}};
        table.rows = {{.cells = {-9.14}, .runs = {}, .mark = {}}};
        QVERIFY(lines(TableFormat::Latex, table).contains(QStringLiteral("$-$9.1 \\\\")));
        QVERIFY(lines(TableFormat::Html, table)
                .contains(QStringLiteral("<tr><td class=\"number\" style=\"text-align:right\">−9.1</td></tr>")));
    }

    void namesCannotSteerATerminal()
    {
        TableSpec table{
            .title = QStringLiteral("T"), .columns = {{.key = QStringLiteral("m"), .title = QStringLiteral("M")}}};
        table.rows = {{.cells = {QStringLiteral("a\x1b[31mb\x07")}, .runs = {}, .mark = {}}};
        QCOMPARE(lines(TableFormat::Text, table).last(), QStringLiteral("ab"));
    }

    void looksInEveryFormat()
    {
        TableSpec table{.name = QStringLiteral("x"), .title = QStringLiteral("X")};
        table.columns = {{.key = QStringLiteral("model"), .title = QStringLiteral("Model"), .isPublished = true},
            {.key = QStringLiteral("mean"),
                .title = QStringLiteral("Mean"),
                .kind = CellKind::Points,
                .lowKey = QStringLiteral("low"),
                .highKey = QStringLiteral("high"),
                .best = BestValue::Highest,
                .isPublished = true,
                .errorKey = QStringLiteral("sem")},
            {.key = QStringLiteral("sem"), .title = QStringLiteral("SEM"), .kind = CellKind::Number},
            {.key = QStringLiteral("low"), .title = {}, .kind = CellKind::Points, .forPeople = false},
            {.key = QStringLiteral("high"), .title = {}, .kind = CellKind::Points, .forPeople = false}};
        table.rows = {{.cells = {QStringLiteral("a"), -1.04, 0.5, -2.0, 0.0}, .runs = {}, .mark = {}},
            {.cells = {QStringLiteral("b"), -1.0, 0.2, -1.5, -0.5}, .runs = {}, .mark = QStringLiteral("*")},
            {.cells = {QStringLiteral("c"), -9.0, Cell(), Cell(), Cell()}, .runs = {}, .mark = {}}};
        table.caveat = QStringLiteral("sample, made up");
        table.card.estimator = QStringLiteral("means over pairs");
        table.card.interval = QStringLiteral("95 % intervals");
        const auto rows = [&table](TableFormat format, const TableLook &look, qsizetype first, qsizetype count) {
            return QString::fromUtf8(writeTable(table, format, look)).split(u'\n').sliced(first, count);
        };
        TableLook look{
            .interval = IntervalForm::PlusMinus, .boldBest = true, .caption = QStringLiteral("Mine"), .label = {}};
        QCOMPARE(rows(TableFormat::Markdown, look, 0, 10),
            (QStringList{QStringLiteral("**Mine**"), QString(), QStringLiteral("| Model | Mean |"),
                QStringLiteral("| --- | ---: |"), QStringLiteral("| a | **-1.0** ± 0.5 |"),
                QStringLiteral("| b\\* | **-1.0** ± 0.2 |"), QStringLiteral("| c | -9.0 |"), QString(),
                QStringLiteral("- Means over pairs; ±: standard error of the mean."),
                QStringLiteral("- Best values of a column are bold.")}));
        look.interval = IntervalForm::Brackets;
        QCOMPARE(rows(TableFormat::Text, look, 4, 3),
            (QStringList{QStringLiteral("a       **-1.0** [-2.0, 0.0]  0.5"),
                QStringLiteral("b*     **-1.0** [-1.5, -0.5]  0.2"),
                QStringLiteral("c                       -9.0    –")}));
        QVERIFY(writeTable(table, TableFormat::Text, look).contains("Means over pairs; brackets: 95 % intervals.\n"));
        look.notes = false;
        look.paperExact = true;
        QCOMPARE(rows(TableFormat::Text, look, 2, 7),
            (QStringList{QStringLiteral("Model            Mean"), QStringLiteral("-----  --------------"),
                QStringLiteral("a      **-1.0** ± 0.5"), QStringLiteral("b*     **-1.0** ± 0.2"),
                QStringLiteral("c                -9.0"), QString(), QStringLiteral("sample, made up.")}));
        QVERIFY(writeTable(table, TableFormat::Html, look)
                .contains("<strong>−1.0</strong> <span class=\"interval\">± 0.5</span></td>"));
        QCOMPARE(writeTable(table, TableFormat::Csv, look), writeTable(table, TableFormat::Csv));
    }

    void anEmptyTableSaysSo()
    {
        const TableSpec table{.name = QStringLiteral("x"),
            .title = QStringLiteral("X"),
            .columns = {{.key = QStringLiteral("d"), .title = QStringLiteral("D")}}};
        QCOMPARE(lines(TableFormat::Text, table),
            (QStringList{QStringLiteral("X"), QString(), QStringLiteral("D"), QStringLiteral("-"),
                QStringLiteral("(no rows)")}));
        QCOMPARE(lines(TableFormat::Csv, table), QStringList{QStringLiteral("d\r")});
    }
};

QTEST_GUILESS_MAIN(TestTableWriters)
#include "tst_tablewriters.moc"
