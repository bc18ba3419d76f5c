// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "caption.h"

#include <figures/latextext.h>

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

struct ShapeWords
{
    QStringView marks;
    bool isOne; ///< One mark stands for all: "shows".
};

ShapeWords wordsOf(FigureShape shape)
{
    switch (shape) {
    case FigureShape::Stacked:
        return {u"Segments", false};
    case FigureShape::Heat:
        return {u"Colours", false};
    case FigureShape::Lattice:
        return {u"Nodes and edges", false};
    case FigureShape::Curves:
    case FigureShape::Forest:
    case FigureShape::Dots:
    case FigureShape::Slope:
    case FigureShape::Scatter:
        break;
    }
    return {u"Points", false};
}

/// A phrase as a sentence: one full stop at its end and no line breaks.
QString sentence(const QString &phrase)
{
    auto text = phrase.simplified();
    if (text.isEmpty())
        return {};
    if (!text.startsWith(u"n "))
        text[0] = text.at(0).toUpper();
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'?') ? text : QString(text % u'.');
}

QString drawsSentence(const EstimatorCard &card)
{
    if (card.resamples <= 0)
        return {};
    const auto draws = QLocale(QLocale::English, QLocale::UnitedStates).toString(card.resamples);
    return card.seed ? sentence(u"Intervals rest on %1 resamples (seed %2)"_s.arg(draws).arg(*card.seed))
                     : sentence(u"Intervals rest on %1 resamples"_s.arg(draws));
}

bool hasHollowPoints(const FigureSpec &figure)
{
    return std::ranges::any_of(figure.series,
        [](const FigureSeries &series) { return std::ranges::any_of(series.points, &FigurePoint::hollow); });
}

QString countSentence(const EstimatorCard &card)
{
    const bool namesUnit = card.unit.isEmpty() || card.count.contains(card.unit);
    if (card.count.isEmpty())
        return card.unit.isEmpty() ? QString() : sentence(u"n counts %1"_s.arg(card.unit));
    return sentence(namesUnit ? card.count : QString(card.count % u"; n counts " % card.unit));
}

QStringList factsOf(const FigureSpec &figure)
{
    const auto &card = figure.card;
    QStringList facts{sentence(figure.title)};
    if (!card.estimator.isEmpty())
        facts.append(sentence(QString(wordsOf(figure.shape).marks % u" are " % card.estimator)));
    if (!card.interval.isEmpty())
        facts.append(sentence(u"Intervals are "_s + card.interval));
    facts.append(countSentence(card));
    facts.append(drawsSentence(card));
    if (hasHollowPoints(figure) && !figure.hollowMeaning.isEmpty())
        facts.append(sentence(u"Hollow marks: "_s + figure.hollowMeaning));
    if (!figure.references.empty())
        facts.append(u"Small detached marks are the published values."_s);
    if (!card.exclusions.isEmpty())
        facts.append(sentence(u"Left out: "_s + card.exclusions.join(u"; ")));
    facts.append(sentence(figure.caveat));
    facts.removeAll(QString());
    return facts;
}

/// The name without its folder; characters that TeX would take for something else are written out.
QString nameForTex(const QString &file)
{
    auto name = QFileInfo(file).fileName().simplified();
    const bool isPlain = std::ranges::none_of(name, [](QChar c) { return u"\\{}#%&$^~"_s.contains(c); });
    return isPlain ? name : QString(u"\\detokenize{" % name.remove(u'{').remove(u'}').remove(u'%') % u'}');
}

QStringList commentsOf(const FigureSpec &figure)
{
    const auto &card = figure.card;
    const std::pair<QStringView, QString> facts[]{{u"Figure", figure.name}, {u"Estimator", card.estimator},
        {u"Interval", card.interval}, {u"Unit", card.unit}, {u"Count", card.count},
        {u"Resamples", card.resamples > 0 ? QString::number(card.resamples) : QString()},
        {u"Seed", card.seed ? QString::number(*card.seed) : QString()}, {u"Left out", card.exclusions.join(u"; ")},
        {u"Note", figure.caveat}};
    QStringList lines;
    for (const auto &[name, fact] : facts) {
        if (!fact.isEmpty())
            lines.append(QString(u"% " % name % u": " % fact.simplified()));
    }
    return lines;
}

} // namespace

QString captionText(const FigureSpec &figure)
{
    return factsOf(figure).join(u' ');
}

QString texSnippet(const FigureSpec &figure, const QString &file, double widthInches, const QString &caption)
{
    auto lines = commentsOf(figure);
    lines << u"\\begin{figure}[t]"_s << u"  \\centering"_s
          << u"  \\includegraphics[width=%1in]{%2}"_s.arg(QString::number(widthInches), nameForTex(file))
          << u"  \\caption{%1}"_s.arg(latexEscaped(caption.simplified()))
          << u"  \\label{%1}"_s.arg(latexLabel(u"fig:"_s + figure.name)) << u"\\end{figure}"_s;
    return lines.join(u'\n') + u'\n';
}

} // namespace Decayscope
