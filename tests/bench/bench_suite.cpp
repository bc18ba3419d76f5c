// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long the behavioural suite takes beside the npm package newman with an equivalent collection, against the
// same kind of server started anew each time, and the ratio.
// bench_suite NEWMAN [SERVER...]: the folder in which `npm install newman` was done, and the command of a server that
// listens on port 3000 or on the port in $PORT (without one, a small server in Python that does everything right).

#include <suite/suiterunner.h>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryFile>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 7;
constexpr double budget = 1.0 / 8;
const QString benchFolder = QStringLiteral(DECAYSCOPE_BENCH_DIR);

/// A server for one round; ended with it.
class BenchServer
{
public:
    explicit BenchServer(QStringList command)
    {
        const auto program = command.takeFirst();
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.start(program, command);
    }
    ~BenchServer()
    {
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    Q_DISABLE_COPY_MOVE(BenchServer)

    /// The base URL of the Python server, which tells its port.
    QString toldUrl()
    {
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
            m_process.waitForReadyRead(1000);
        return u"http://127.0.0.1:%1/0/api"_s.arg(m_process.readLine().trimmed().toInt());
    }

private:
    QProcess m_process;
};

bool waitFor(const QString &url)
{
    for (int attempt = 0; attempt < 200; ++attempt) {
        if (probe(url + u"/tags"_s, std::chrono::seconds(1), Progress()))
            return true;
        QThread::msleep(50);
    }
    return false;
}

std::optional<QByteArray> collection(const QString &suiteFile)
{
    QProcess python;
    python.start(u"python3"_s, {benchFolder + u"/newman/makecollection.py"_s, suiteFile});
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        return std::nullopt;
    return python.readAllStandardOutput();
}

/// A run of either runner against a fresh server: its seconds.
template <typename Run>
std::optional<double> timed(const QStringList &command, const Run &run)
{
    const auto isOwn = command.isEmpty();
    const QStringList odd{u"python3"_s, benchFolder + u"/../evaluator/suite/oddservers/oddserver.py"_s};
    BenchServer server(isOwn ? odd : command);
    const auto url
        = isOwn ? server.toldUrl() : u"http://localhost:%1/api"_s.arg(qEnvironmentVariable("PORT", u"3000"_s));
    if (!waitFor(url))
        return std::nullopt;
    QElapsedTimer clock;
    clock.start();
    if (!run(url))
        return std::nullopt;
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double median(std::vector<double> seconds)
{
    std::ranges::sort(seconds);
    return seconds.at(seconds.size() / 2);
}

int fail(const char *why)
{
    std::fprintf(stderr, "bench_suite: %s\n", why);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    auto arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty())
        return fail("needs the folder in which `npm install newman` was done");
    const auto newman = QDir(arguments.takeFirst()).absoluteFilePath(u"node_modules/newman/bin/newman.js"_s);
    const auto suite = *builtInSuite(u"conduit"_s);
    QTemporaryFile file;
    const auto text = collection(benchFolder + u"/../../resources/suites/conduit.json"_s);
    if (!text || !file.open() || file.write(*text) != text->size() || !file.flush())
        return fail("the collection cannot be made; python3 is needed");

    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) {
        const auto own = timed(arguments, [&suite](const QString &url) {
            SuiteTarget target;
            target.baseUrl = url;
            const auto result = runSuite(suite, target, Progress());
            return result && result->passed() == result->total();
        });
        const auto other = timed(arguments, [&](const QString &url) {
            const auto status = QProcess::execute(
                u"node"_s, {newman, u"run"_s, file.fileName(), u"--silent"_s, u"--global-var"_s, u"APIURL="_s + url});
            return status == 0;
        });
        if (!own || !other)
            return fail("a run did not pass all assertions, or the server did not start");
        ours.push_back(*own);
        theirs.push_back(*other);
    }
    const auto ratio = median(ours) / median(theirs);
    std::printf("suite %.3f s, newman %.3f s, ratio 1/%.1f (wanted: 1/8 or less): %s\n", median(ours), median(theirs),
        1 / ratio, ratio <= budget ? "good" : "too slow");
    return ratio <= budget ? 0 : 1;
}
