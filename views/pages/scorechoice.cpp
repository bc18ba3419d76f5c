// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scorechoice.h"

#include <QCoreApplication>

#include <algorithm>

namespace Decayscope {

namespace {

struct ChoiceRow
{
    ScoreMode mode;
    VerifierMode verifiers;
    QStringView name;
    const char *metric;
};

constexpr std::array<ChoiceRow, allScoreChoices.size()> choiceRows{{
    {ScoreMode::Strict, VerifierMode::Reference, u"strict",
        QT_TRANSLATE_NOOP("Decayscope::ScoreChoice", "A% (strict)")},
    {ScoreMode::Strict, VerifierMode::Syntax, u"syntax",
        QT_TRANSLATE_NOOP("Decayscope::ScoreChoice", "A% (strict, syntax)")},
    {ScoreMode::Raw, VerifierMode::Reference, u"raw", QT_TRANSLATE_NOOP("Decayscope::ScoreChoice", "A% (raw)")},
}};

const ChoiceRow &rowOf(ScoreChoice choice)
{
    return choiceRows.at(static_cast<std::size_t>(choice));
}

} // namespace

ScoreMode scoreModeOf(ScoreChoice choice)
{
    return rowOf(choice).mode;
}

VerifierMode verifiersOf(ScoreChoice choice)
{
    return rowOf(choice).verifiers;
}

QString scoreChoiceName(ScoreChoice choice)
{
    return rowOf(choice).name.toString();
}

ScoreChoice scoreChoiceFromName(QStringView name)
{
    const auto found = std::ranges::find(choiceRows, name, &ChoiceRow::name);
    return found == choiceRows.end() ? ScoreChoice::Strict : static_cast<ScoreChoice>(found - choiceRows.begin());
}

QString scoreMetricTitle(ScoreChoice choice)
{
    return QCoreApplication::translate("Decayscope::ScoreChoice", rowOf(choice).metric);
}

} // namespace Decayscope
