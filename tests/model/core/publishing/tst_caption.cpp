// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <publishing/caption.h>

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

FigureSpec figure()
{
    FigureSpec figure{.name = u"decay"_s, .title = u"Decay curves"_s};
    figure.card = {.estimator = u"means over tasks of A%"_s,
        .interval = u"95 % cluster-robust t intervals, clusters = frameworks"_s,
        .unit = u"tasks"_s,
        .count = u"n = 8–32 tasks a point"_s,
        .resamples = 10'000,
        .seed = 7,
        .exclusions = {u"3 runs excluded by hand"_s, u"older dates"_s}};
    figure.hollowMeaning = u"planned tasks are missing"_s;
    figure.caveat = u"Sample, made up."_s;
    figure.series = {{.name = u"a_b"_s, .points = {{.hollow = true}}}};
    figure.references = {{.name = u"published"_s}};
    return figure;
}

} // namespace

class TestCaption : public QObject
{
    Q_OBJECT

private slots:
    void allFactsAreSentences();
    void whatIsNotThereIsNotSaid();
    void texShowsTheFigure();
    void texIsEscaped_data();
    void texIsEscaped();
};

void TestCaption::allFactsAreSentences()
{
    QCOMPARE(captionText(figure()),
        u"Decay curves. Points are means over tasks of A%. Intervals are 95 % cluster-robust t intervals, clusters = "
        "frameworks. n = 8–32 tasks a point. Intervals rest on 10,000 resamples (seed 7). Hollow marks: planned "
        "tasks are missing. Small detached marks are the published values. Left out: 3 runs excluded by hand; older "
        "dates. Sample, made up."_s);
}

void TestCaption::whatIsNotThereIsNotSaid()
{
    QCOMPARE(captionText({}), QString());
    QCOMPARE(captionText({.title = u"Tokens"_s}), u"Tokens."_s);
}

void TestCaption::texShowsTheFigure()
{
    const auto tex = texSnippet(figure(), u"/home/ada/figures/decay.pdf"_s, 5.5, u"50 % of A_b."_s);
    QCOMPARE(tex.split(u'\n').mid(9),
        QStringList({u"\\begin{figure}[t]"_s, u"  \\centering"_s, u"  \\includegraphics[width=5.5in]{decay.pdf}"_s,
            u"  \\caption{50 \\% of A\\_b.}"_s, u"  \\label{fig:decay}"_s, u"\\end{figure}"_s, {}}));
    QCOMPARE(tex.split(u'\n').first(2), QStringList({u"% Figure: decay"_s, u"% Estimator: means over tasks of A%"_s}));
}

void TestCaption::texIsEscaped_data()
{
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("signs") << u"\\ { } $ & # % _"_s << u"\\textbackslash{} \\{ \\} \\$ \\& \\# \\% \\_"_s;
    QTest::newRow("lines") << u"a\n\nb c"_s << u"a b c"_s;
    QTest::newRow("minus") << u"t(G − 1) ± 1"_s << u"t(G $-$ 1) $\\pm$ 1"_s;
}

void TestCaption::texIsEscaped()
{
    QFETCH(QString, caption);
    QFETCH(QString, escaped);
    QVERIFY2(texSnippet({}, u"a.pdf"_s, 3, caption).contains(u"\\caption{%1}\n"_s.arg(escaped)),
        qPrintable(texSnippet({}, u"a.pdf"_s, 3, caption)));
}

QTEST_GUILESS_MAIN(TestCaption)

#include "tst_caption.moc"
