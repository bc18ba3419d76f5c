// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "madeupbench.h"

#include <support/madeupevaluation.h>

#include <algorithm>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

void MadeUpBench::add(const RunKey &key, const EvaluationDraft &draft)
{
    asked << u"add %1 run_%2 of %3"_s.arg(draft.task.name).arg(key.trial).arg(key.configuration.model);
    if (refusesAll)
        return emit refused(key, u"There is no such folder."_s);
    auto made = waitingEvaluation(++m_last, draft.task);
    made.key = key;
    made.code = draft.code;
    m_evaluations.push_back(made);
    emit added(m_last);
}

void MadeUpBench::setParallel(int count)
{
    asked << u"parallel %1"_s.arg(count);
}

void MadeUpBench::setPaused(bool paused)
{
    asked << (paused ? u"pause"_s : u"resume"_s);
}

void MadeUpBench::cancel(int number)
{
    asked << u"cancel %1"_s.arg(number);
    become(number, EvaluationState::Cancelled);
}

void MadeUpBench::retry(int number)
{
    asked << u"retry %1"_s.arg(number);
    become(number, EvaluationState::Waiting);
}

void MadeUpBench::forget(int number)
{
    asked << u"forget %1"_s.arg(number);
    std::erase_if(m_evaluations, [number](const auto &one) { return one.number == number; });
    emit forgotten(number);
}

void MadeUpBench::setStored(int number, const Result<RunId> &run)
{
    at(number).run = run ? std::optional(*run) : std::nullopt;
    if (!run)
        at(number).message = run.error().message;
    become(number, run ? EvaluationState::Done : EvaluationState::Failed);
}

void MadeUpBench::lookForNeeds()
{
    asked << u"look"_s;
    emit needsFound(needs);
}

void MadeUpBench::readRecipes()
{
    std::vector<EditableRecipe> recipes;
    for (const auto *name : {u"uv", u"node", u"express", u"flask"})
        recipes.push_back({.recipe = {.name = QString(name), .title = QString(name), .run = {u"./run.sh"_s}}});
    emit recipesRead(recipes);
}

void MadeUpBench::setRecipe(const RuntimeRecipe &recipe)
{
    asked << u"recipe "_s + recipe.name;
}

void MadeUpBench::resetRecipe(const QString &name)
{
    asked << u"reset "_s + name;
}

void MadeUpBench::begin(int number)
{
    auto made = runningEvaluation(number, at(number).task);
    made.key = at(number).key;
    at(number) = made;
    emit changed(number);
}

void MadeUpBench::finish(int number)
{
    auto made = doneEvaluation(number, at(number).task);
    made.key = at(number).key;
    made.state = EvaluationState::Storing;
    at(number) = made;
    emit changed(number);
    emit finished(number, std::make_shared<RunBundle>(madeUpBundle(made)));
}

QueuedEvaluation &MadeUpBench::at(int number)
{
    return *std::ranges::find(m_evaluations, number, &QueuedEvaluation::number);
}

void MadeUpBench::become(int number, EvaluationState state)
{
    at(number).state = state;
    emit changed(number);
}

} // namespace Decayscope::Test
