// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationqueue.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <map>

namespace Decayscope {

namespace {

using namespace std::chrono_literals;

constexpr auto tellInterval = 100ms;

bool isOver(EvaluationState state)
{
    return state == EvaluationState::Done || state == EvaluationState::Failed || state == EvaluationState::Cancelled;
}

std::vector<StepRecord> waitingSteps()
{
    std::vector<StepRecord> steps;
    steps.reserve(allEvaluationSteps.size());
    for (const auto step : allEvaluationSteps)
        steps.push_back({.step = step});
    return steps;
}

/// A thread that evaluates one request. Sandboxed commands end with the thread that started them.
struct EvaluationThread
{
    std::atomic<bool> isCancelled = false;
    QElapsedTimer time;
    std::unique_ptr<QThread> thread;
};

} // namespace

class EvaluationQueue::Private
{
public:
    Private(EvaluationQueue *queue, std::shared_ptr<const EvaluationTools> tools);

    QueuedEvaluation *find(int number);
    void startNext();
    void start(QueuedEvaluation &evaluation);
    void takeResult(int number, Result<RunBundle> result);
    void change(int number, const std::function<void(QueuedEvaluation &)> &edit);
    void clear(QueuedEvaluation &evaluation) const;
    void tellSoon(int number);
    void tellNow();
    [[nodiscard]] int runningCount() const;

    EvaluationQueue *const q;
    const std::shared_ptr<const EvaluationTools> tools;
    std::vector<QueuedEvaluation> evaluations;
    std::map<int, EvaluationRequest> requests;
    std::map<int, std::unique_ptr<EvaluationThread>> threads;
    std::vector<int> untold; ///< Changed since they were last told.
    QTimer telling;
    int parallel = 2;
    int lastNumber = 0;
    bool isPaused = false;

private:
    [[nodiscard]] EvaluationWatch watchOf(int number);

    template <typename Edit>
    void post(Edit edit) ///< From an evaluation's thread to the queue's.
    {
        QMetaObject::invokeMethod(q, std::move(edit), Qt::QueuedConnection);
    }
};

EvaluationQueue::Private::Private(EvaluationQueue *queue, std::shared_ptr<const EvaluationTools> handedIn)
    : q(queue)
    , tools(std::move(handedIn))
{
    telling.setSingleShot(true);
    telling.setInterval(tellInterval);
    QObject::connect(&telling, &QTimer::timeout, q, [this] { tellNow(); });
}

QueuedEvaluation *EvaluationQueue::Private::find(int number)
{
    const auto found = std::ranges::find(evaluations, number, &QueuedEvaluation::number);
    return found == evaluations.end() ? nullptr : &*found;
}

int EvaluationQueue::Private::runningCount() const
{
    return static_cast<int>(std::ranges::count(evaluations, EvaluationState::Running, &QueuedEvaluation::state));
}

void EvaluationQueue::Private::startNext()
{
    while (!isPaused && runningCount() < parallel) {
        const auto next = std::ranges::find(evaluations, EvaluationState::Waiting, &QueuedEvaluation::state);
        if (next == evaluations.end())
            return;
        start(*next);
    }
}

void EvaluationQueue::Private::start(QueuedEvaluation &evaluation)
{
    const auto number = evaluation.number;
    clear(evaluation);
    evaluation.state = EvaluationState::Running;
    auto &place = threads[number];
    place = std::make_unique<EvaluationThread>();
    auto *work = place.get();
    work->time.start();
    work->thread.reset(QThread::create([this, number, work, request = requests.at(number), watch = watchOf(number)] {
        auto result = std::make_shared<Result<RunBundle>>(
            evaluate(request, *tools, watch, Progress([work] { return work->isCancelled.load(); })));
        post([this, number, result] { takeResult(number, std::move(*result)); });
    }));
    work->thread->start();
    tellSoon(number);
}

EvaluationWatch EvaluationQueue::Private::watchOf(int number)
{
    return {.step =
                [this, number](const StepRecord &record) {
                    post([this, number, record] {
                        change(number, [&](QueuedEvaluation &evaluation) {
                            evaluation.steps.at(static_cast<std::size_t>(record.step)) = record;
                        });
                    });
                },
        .exchange =
            [this, number](const QString &suite, int, const HttpExchange &exchange) {
                post([this, number, suite, exchange] {
                    change(number, [&](QueuedEvaluation &evaluation) {
                        (suite == evaluation.scoredSuite ? evaluation.exchanges : evaluation.deepExchanges)
                            .push_back(exchange);
                    });
                    emit q->exchanged(number);
                });
            },
        .output =
            [this, number](EvaluationStep, QByteArrayView text) {
                post([this, number, copy = text.toByteArray()] { emit q->logGrew(number, copy); });
            },
        .resources =
            [this, number](const ResourceUse &use) {
                post([this, number, use] {
                    change(number, [&](QueuedEvaluation &evaluation) { evaluation.resources = use; });
                });
            }};
}

void EvaluationQueue::Private::change(int number, const std::function<void(QueuedEvaluation &)> &edit)
{
    auto *evaluation = find(number);
    const auto work = threads.find(number);
    if (evaluation == nullptr || work == threads.end())
        return;
    edit(*evaluation);
    evaluation->milliseconds = work->second->time.elapsed();
    tellSoon(number);
}

void EvaluationQueue::Private::clear(QueuedEvaluation &evaluation) const
{
    evaluation.message.clear();
    evaluation.steps = waitingSteps();
    evaluation.exchanges.clear();
    evaluation.deepExchanges.clear();
    evaluation.resources = {};
    evaluation.milliseconds = 0;
    evaluation.run.reset();
}

void EvaluationQueue::Private::takeResult(int number, Result<RunBundle> result)
{
    change(number, [&](QueuedEvaluation &evaluation) {
        if (result) {
            evaluation.state = EvaluationState::Storing;
            return;
        }
        const auto isCancelled = result.error().kind == ErrorKind::Cancelled;
        evaluation.state = isCancelled ? EvaluationState::Cancelled : EvaluationState::Failed;
        evaluation.message = isCancelled ? QString() : result.error().message;
    });
    if (const auto work = threads.find(number); work != threads.end()) {
        work->second->thread->wait();
        threads.erase(work);
    }
    if (result)
        emit q->finished(number, std::make_shared<RunBundle>(*std::move(result)));
    startNext();
}

/// Many changes come at once while a suite runs; who looks needs a few a second.
void EvaluationQueue::Private::tellSoon(int number)
{
    if (!std::ranges::contains(untold, number))
        untold.push_back(number);
    if (!telling.isActive())
        telling.start();
}

void EvaluationQueue::Private::tellNow()
{
    const auto numbers = std::exchange(untold, {});
    for (const auto number : numbers) {
        if (find(number) != nullptr)
            emit q->changed(number);
    }
}

EvaluationQueue::EvaluationQueue(std::shared_ptr<const EvaluationTools> tools, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(tools)))
{ }

EvaluationQueue::~EvaluationQueue()
{
    for (const auto &[number, work] : d->threads)
        work->isCancelled = true;
    for (const auto &[number, work] : d->threads)
        work->thread->wait();
}

int EvaluationQueue::add(EvaluationRequest request)
{
    const auto number = ++d->lastNumber;
    d->evaluations.push_back({.number = number,
        .key = request.key,
        .task = request.task,
        .code = codePath(request),
        .message = {},
        .steps = waitingSteps(),
        .scoredSuite = request.contract.suite.name,
        .plannedRequests = static_cast<int>(request.contract.suite.calls.size())});
    d->requests.emplace(number, std::move(request));
    emit added(number);
    d->startNext();
    return number;
}

void EvaluationQueue::setParallel(int count)
{
    d->parallel = std::max(1, count);
    d->startNext();
}

void EvaluationQueue::pause()
{
    d->isPaused = true;
}

void EvaluationQueue::resume()
{
    d->isPaused = false;
    d->startNext();
}

void EvaluationQueue::cancel(int number)
{
    auto *evaluation = d->find(number);
    if (evaluation == nullptr)
        return;
    if (evaluation->state == EvaluationState::Waiting) {
        evaluation->state = EvaluationState::Cancelled;
        d->tellSoon(number);
    }
    if (const auto work = d->threads.find(number); work != d->threads.end())
        work->second->isCancelled = true;
}

void EvaluationQueue::retry(int number)
{
    const auto *evaluation = d->find(number);
    if (evaluation == nullptr || !isOver(evaluation->state))
        return;
    auto again = *evaluation;
    again.state = EvaluationState::Waiting;
    again.replaces = again.replaces || again.run.has_value();
    d->clear(again);
    std::erase_if(d->evaluations, [number](const QueuedEvaluation &other) { return other.number == number; });
    d->evaluations.push_back(std::move(again));
    d->tellSoon(number);
    d->startNext();
}

void EvaluationQueue::forget(int number)
{
    const auto *evaluation = d->find(number);
    if (evaluation == nullptr)
        return;
    if (!isOver(evaluation->state) && evaluation->state != EvaluationState::Waiting)
        return;
    std::erase_if(d->evaluations, [number](const QueuedEvaluation &other) { return other.number == number; });
    d->requests.erase(number);
    emit forgotten(number);
}

bool EvaluationQueue::isPaused() const
{
    return d->isPaused;
}

const std::vector<QueuedEvaluation> &EvaluationQueue::evaluations() const
{
    return d->evaluations;
}

void EvaluationQueue::stored(int number, const Result<RunId> &run)
{
    auto *evaluation = d->find(number);
    if (evaluation == nullptr || evaluation->state != EvaluationState::Storing)
        return;
    evaluation->state = run ? EvaluationState::Done : EvaluationState::Failed;
    evaluation->message = run ? QString() : run.error().message;
    if (run)
        evaluation->run = *run;
    d->tellSoon(number);
}

} // namespace Decayscope
