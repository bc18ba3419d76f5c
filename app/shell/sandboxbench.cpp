// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandboxbench.h"

#include <contracts/contractbook.h>
#include <evaluation/evaluationqueue.h>
#include <evaluation/evaluationtools.h>
#include <jobs/runjob.h>
#include <runtimes/requirements.h>
#include <runtimes/runtimerecipe.h>
#include <verifiers/workspacepatch.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThreadPool>

namespace Decayscope {

namespace {

using Tools = std::shared_ptr<const EvaluationTools>;

EvaluationPlaces placesOf(const QString &programFolder)
{
    return {.programFolder = programFolder,
        .cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation),
        .program = QCoreApplication::applicationVersion()};
}

Result<std::variant<WorkspaceFolder, WorkspacePatch>> codeOf(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return WorkspaceFolder{info.absoluteFilePath()};
    if (!info.isFile())
        return failure(
            ErrorKind::NotFound, EvaluationBench::tr("“%1” is no folder and no patch. Choose another.").arg(path));
    return patchOfFile(path).transform([&](const QByteArray &bytes) {
        return std::variant<WorkspaceFolder, WorkspacePatch>(
            WorkspacePatch{.path = info.absoluteFilePath(), .bytes = bytes});
    });
}

Result<EvaluationRequest> requestOf(const RunKey &key, const EvaluationDraft &draft)
{
    auto code = codeOf(draft.code);
    if (!code)
        return std::unexpected(std::move(code.error()));
    auto taskPatch = draft.taskPatch.isEmpty() ? Result<QByteArray>() : patchOfFile(draft.taskPatch);
    if (!taskPatch)
        return std::unexpected(std::move(taskPatch.error()));
    auto recipe = RuntimeBook::open(RuntimeBook::userFile()).and_then([&](const RuntimeBook &book) {
        return book.recipeFor(draft.task);
    });
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    const auto contracts = ContractBook::open(ContractBook::userFolder());
    auto contract = evaluatedContract(contracts, draft.task);
    if (!contract)
        return std::unexpected(std::move(contract.error()));
    return EvaluationRequest{.key = key,
        .task = draft.task,
        .contract = *std::move(contract),
        .runtime = recipeUnderContract(*std::move(recipe), contracts, draft.task),
        .code = *std::move(code),
        .base = draft.base,
        .baseCommit = {},
        .taskPatch = *std::move(taskPatch),
        .network = draft.network,
        .deepSuite = draft.deepSuite};
}

std::vector<EvaluationNeed> missingNeeds()
{
    std::vector<EvaluationNeed> needs;
    for (const auto &requirement : evaluationRequirements()) {
        if (!requirement.isMet())
            needs.push_back({requirement.name, requirement.purpose, requirement.remedy});
    }
    return needs;
}

/// The queue of evaluations with what it stands on, which is made when the first one is added.
class SandboxBench final : public EvaluationBench
{
public:
    SandboxBench(Verifiers verifiers, QString programFolder)
        : m_verifiers(std::move(verifiers))
        , m_programFolder(std::move(programFolder))
    {
        m_pool.setMaxThreadCount(1); // One after the other: the queue keeps the order in which things are asked for.
    }

    ~SandboxBench() override { m_pool.waitForDone(); }

    void add(const RunKey &key, const EvaluationDraft &draft) override
    {
        const auto work = [key, draft, tools = m_tools, verifiers = m_verifiers, places = placesOf(m_programFolder)](
                              const Progress &) -> Result<Ready> {
            auto request = requestOf(key, draft);
            if (!request)
                return std::unexpected(std::move(request.error()));
            auto made = tools ? Result<Tools>(tools) : evaluationTools(places, verifiers);
            if (!made)
                return std::unexpected(std::move(made.error()));
            return Ready{*std::move(request), *std::move(made)};
        };
        runJob(&m_pool, work).then(this, [this, key](const Result<Ready> &ready) {
            if (ready)
                take(*ready);
            else
                emit refused(key, ready.error().message);
        });
    }

    void setParallel(int count) override
    {
        m_parallel = count;
        if (m_queue)
            m_queue->setParallel(count);
    }

    void setPaused(bool paused) override
    {
        m_isPaused = paused;
        if (m_queue)
            paused ? m_queue->pause() : m_queue->resume();
    }

    void cancel(int number) override
    {
        if (m_queue)
            m_queue->cancel(number);
    }

    void retry(int number) override
    {
        if (m_queue)
            m_queue->retry(number);
    }

    void forget(int number) override
    {
        if (m_queue)
            m_queue->forget(number);
    }

    void setStored(int number, const Result<RunId> &run) override
    {
        if (m_queue)
            m_queue->stored(number, run);
    }

    [[nodiscard]] const std::vector<QueuedEvaluation> &evaluations() const override
    {
        static const std::vector<QueuedEvaluation> none;
        return m_queue ? m_queue->evaluations() : none;
    }

    void lookForNeeds() override
    {
        const auto work = [](const Progress &) { return Result<std::vector<EvaluationNeed>>(missingNeeds()); };
        runJob(&m_pool, work).then(this, [this](const Result<std::vector<EvaluationNeed>> &needs) {
            emit needsFound(*needs);
        });
    }

    void readRecipes() override
    {
        changeRecipes([](RuntimeBook &) { return Result<>(); }, false);
    }

    void setRecipe(const RuntimeRecipe &recipe) override
    {
        changeRecipes([recipe](RuntimeBook &book) { return book.set(recipe); }, true);
    }

    void resetRecipe(const QString &name) override
    {
        changeRecipes(
            [name](RuntimeBook &book) {
                book.reset(name);
                return Result<>();
            },
            true);
    }

private:
    struct Ready
    {
        EvaluationRequest request;
        Tools tools;
    };

    void take(const Ready &ready)
    {
        if (!m_queue) {
            m_tools = ready.tools;
            m_queue = std::make_unique<EvaluationQueue>(m_tools);
            connectQueue();
            setParallel(m_parallel);
            setPaused(m_isPaused);
        }
        m_queue->add(ready.request);
    }

    void connectQueue()
    {
        connect(m_queue.get(), &EvaluationQueue::added, this, &EvaluationBench::added);
        connect(m_queue.get(), &EvaluationQueue::changed, this, &EvaluationBench::changed);
        connect(m_queue.get(), &EvaluationQueue::exchanged, this, &EvaluationBench::changed);
        connect(m_queue.get(), &EvaluationQueue::logGrew, this, &EvaluationBench::logGrew);
        connect(m_queue.get(), &EvaluationQueue::forgotten, this, &EvaluationBench::forgotten);
        connect(m_queue.get(), &EvaluationQueue::finished, this, &EvaluationBench::finished);
    }

    /// Always from the file, which another window may have changed.
    template <typename Change>
    void changeRecipes(Change change, bool save)
    {
        const auto work = [change, save](const Progress &) {
            return RuntimeBook::open(RuntimeBook::userFile()).and_then([&](RuntimeBook book) -> Result<RuntimeBook> {
                auto done = change(book);
                if (done && save)
                    done = book.save(RuntimeBook::userFile());
                if (!done)
                    return std::unexpected(std::move(done.error()));
                return book;
            });
        };
        runJob(&m_pool, work).then(this, [this](const Result<RuntimeBook> &book) {
            if (book)
                emit recipesRead(book->editable());
            else
                emit recipesFailed(book.error().message);
        });
    }

    Verifiers m_verifiers;
    QString m_programFolder;
    QThreadPool m_pool;
    Tools m_tools;
    std::unique_ptr<EvaluationQueue> m_queue;
    int m_parallel = 2;
    bool m_isPaused = false;
};

} // namespace

std::unique_ptr<EvaluationBench> makeSandboxBench(const Verifiers &verifiers, const QString &programFolder)
{
    return std::make_unique<SandboxBench>(verifiers, programFolder);
}

} // namespace Decayscope
