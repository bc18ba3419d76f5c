// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/queuedevaluation.h>
#include <domain/runbundle.h>
#include <domain/runtimerecipe.h>
#include <pages/evaluationdraft.h>

#include <QObject>

#include <memory>

namespace Decayscope {

/// What makes the evaluations of the desk: behind it stand the queue, the sandbox and the runtimes; in tests nothing of
/// them. Nothing here waits: what takes time is told by signals.
class EvaluationBench : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Reads the code and puts it at the end of the queue: added() or refused() tells.
    virtual void add(const RunKey &key, const EvaluationDraft &draft) = 0;
    virtual void setParallel(int count) = 0;
    virtual void setPaused(bool paused) = 0;
    virtual void cancel(int number) = 0;
    virtual void retry(int number) = 0;
    virtual void forget(int number) = 0;
    virtual void setStored(int number, const Result<RunId> &run) = 0;

    /// In the order they were added.
    [[nodiscard]] virtual const std::vector<QueuedEvaluation> &evaluations() const = 0;

    virtual void lookForNeeds() = 0; ///< needsFound() answers.
    virtual void readRecipes() = 0; ///< recipesRead() answers.
    virtual void setRecipe(const RuntimeRecipe &recipe)
        = 0; ///< Of the user, over the program's; recipesRead() answers.
    virtual void resetRecipe(const QString &name) = 0;

signals:
    void added(int number);
    void refused(const Decayscope::RunKey &key, const QString &sentence);
    void changed(int number); ///< Its state, steps, exchanges or resources.
    void logGrew(int number, const QByteArray &output);
    void forgotten(int number);
    void finished(int number, const std::shared_ptr<Decayscope::RunBundle> &bundle); ///< Answered by setStored().
    void needsFound(const std::vector<Decayscope::EvaluationNeed> &needs);
    void recipesRead(const std::vector<Decayscope::EditableRecipe> &recipes);
    void recipesFailed(const QString &sentence);
};

} // namespace Decayscope
