// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suiteprocess.h"

#include "suitereports.h"
#include "suiteserving.h"

#include <domain/evaluationjson.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int waitTick = 25; // milliseconds
constexpr qint64 longestLine = qint64{64} * 1024 * 1024;

/// It reads what hostile servers send: nothing of the user's is to be found in it but where libraries lie.
QProcessEnvironment plainEnvironment()
{
    const auto own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    if (const auto libraries = own.value(u"LD_LIBRARY_PATH"_s); !libraries.isEmpty())
        environment.insert(u"LD_LIBRARY_PATH"_s, libraries);
    return environment;
}

/// The program at work on one job: its lines as they come.
class RunningSuite
{
public:
    using LineSink = std::function<void(const QJsonObject &)>;

    RunningSuite(QString program, const std::function<void()> &entrance)
        : m_program(std::move(program))
    {
        if (entrance)
            m_process.setChildProcessModifier(entrance);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setProcessEnvironment(plainEnvironment());
    }
    ~RunningSuite()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    Q_DISABLE_COPY_MOVE(RunningSuite)

    Result<> run(const SuiteJob &job, const Progress &progress, const LineSink &sink);
    [[nodiscard]] QString ending() const;

private:
    bool tellLines(const LineSink &sink);

    QString m_program;
    QProcess m_process;
    QByteArray m_pending;
};

Result<> RunningSuite::run(const SuiteJob &job, const Progress &progress, const LineSink &sink)
{
    m_process.start(m_program, QStringList());
    if (!m_process.waitForStarted(-1)) {
        return failure(ErrorKind::NotFound,
            u"The program \"%1\" cannot be started; it is installed together with decayscope."_s.arg(m_program),
            m_process.errorString());
    }
    m_process.write(suiteJobDocument(job));
    m_process.closeWriteChannel();
    while (m_process.state() != QProcess::NotRunning) {
        if (progress.isCancelled())
            return cancelled();
        m_process.waitForReadyRead(waitTick);
        if (!tellLines(sink))
            return failure(ErrorKind::Internal, u"decayscope-suite says more than it may."_s);
    }
    tellLines(sink);
    return {};
}

bool RunningSuite::tellLines(const LineSink &sink)
{
    m_pending += m_process.readAllStandardOutput();
    qsizetype told = 0;
    for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n', told)) {
        sink(QJsonDocument::fromJson(m_pending.sliced(told, end - told)).object());
        told = end + 1;
    }
    m_pending.remove(0, told);
    return m_pending.size() <= longestLine;
}

QString RunningSuite::ending() const
{
    if (m_process.exitStatus() == QProcess::CrashExit)
        return u"decayscope-suite was ended by a signal."_s;
    return u"decayscope-suite ended with exit code %1."_s.arg(m_process.exitCode());
}

} // namespace

SuiteProcess::SuiteProcess(QString program, std::function<void()> entrance)
    : m_program(std::move(program))
    , m_entrance(std::move(entrance))
{ }

Result<SuiteResult> SuiteProcess::runSuite(
    const HttpSuite &suite, const SuiteTarget &target, const Progress &progress, const ExchangeSink &sink) const
{
    QElapsedTimer clock;
    clock.start();
    auto result = unansweredResult(suite, target.baseUrl, {});
    std::size_t count = 0;
    std::optional<Error> error;
    const auto keep = [&](HttpExchange exchange) {
        result.exchanges[count] = std::move(exchange);
        if (sink)
            sink(static_cast<int>(count), result.exchanges[count]);
        ++count;
        progress.report({.done = static_cast<qint64>(count),
            .total = static_cast<qint64>(suite.calls.size()),
            .bytes = 0,
            .what = result.exchanges[count - 1].name});
    };
    RunningSuite running(m_program, m_entrance);
    const auto ended = running.run({.suite = suite, .target = target}, progress, [&](const QJsonObject &line) {
        if (line.contains(u"exchange") && count < suite.calls.size())
            keep(exchangeFromJson(line[u"exchange"].toObject()));
        else if (line.contains(u"result"))
            result.milliseconds = line[u"result"].toObject()[u"milliseconds"].toInteger();
        else if (line.contains(u"error"))
            error = errorFromObject(line[u"error"].toObject());
    });
    if (!ended)
        return std::unexpected(ended.error());
    if (error)
        return std::unexpected(*std::move(error));
    while (count < suite.calls.size())
        keep(unansweredExchange(suite, suite.calls[count], target.baseUrl, running.ending()));
    if (result.milliseconds == 0)
        result.milliseconds = clock.elapsed();
    return result;
}

Result<int> SuiteProcess::probe(const QString &url, std::chrono::milliseconds timeout, const Progress &progress) const
{
    SuiteTarget target;
    target.baseUrl = url;
    target.timeout = timeout;
    std::optional<int> status;
    std::optional<Error> error;
    RunningSuite running(m_program, m_entrance);
    const auto ended = running.run({.suite = {}, .target = target}, progress, [&](const QJsonObject &line) {
        if (line.contains(u"status"))
            status = line[u"status"].toInt();
        else if (line.contains(u"error"))
            error = errorFromObject(line[u"error"].toObject());
    });
    if (!ended)
        return std::unexpected(ended.error());
    if (status)
        return *status;
    return std::unexpected(
        error.value_or(Error{.kind = ErrorKind::Internal, .message = running.ending(), .evidence = {}}));
}

} // namespace Decayscope
