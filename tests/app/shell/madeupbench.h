// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <shell/evaluationbench.h>

#include <QStringList>

namespace Decayscope::Test {

/// A bench without queue and sandbox: evaluations go on when a test says so, and what is asked of it is written down.
class MadeUpBench final : public EvaluationBench
{
    Q_OBJECT

public:
    using EvaluationBench::EvaluationBench;

    void add(const RunKey &key, const EvaluationDraft &draft) override;
    void setParallel(int count) override;
    void setPaused(bool paused) override;
    void cancel(int number) override;
    void retry(int number) override;
    void forget(int number) override;
    void setStored(int number, const Result<RunId> &run) override;
    [[nodiscard]] const std::vector<QueuedEvaluation> &evaluations() const override { return m_evaluations; }
    void lookForNeeds() override;
    void readRecipes() override;
    void setRecipe(const RuntimeRecipe &recipe) override;
    void resetRecipe(const QString &name) override;

    void begin(int number); ///< Its suite is at work.
    void say(int number, const QByteArray &output) { emit logGrew(number, output); }
    void finish(int number); ///< Its run is there to be stored.

    std::vector<EvaluationNeed> needs; ///< What lookForNeeds() finds.
    bool refusesAll = false;
    QStringList asked;

private:
    [[nodiscard]] QueuedEvaluation &at(int number);
    void become(int number, EvaluationState state);

    std::vector<QueuedEvaluation> m_evaluations;
    int m_last = 0;
};

} // namespace Decayscope::Test
