// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include <base/terminaltext.h>

#include <QLocale>
#include <QMutexLocker>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace Decayscope {

namespace {

std::atomic_bool interrupted = false;
static_assert(std::atomic_bool::is_always_lock_free, "a signal handler may write it");

constexpr int barWidth = 24;

void writeTo(std::FILE *stream, const QByteArray &utf8)
{
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

void writeLine(const QString &text)
{
    writeTo(stderr, terminalText(text).toUtf8() + '\n');
}

QString timeLeft(const ProgressUpdate &update, qint64 milliseconds)
{
    if (update.done <= 0 || update.total <= update.done)
        return {};
    const auto seconds = (update.total - update.done) * milliseconds / update.done / 1000;
    return QStringLiteral(", %1 s left").arg(seconds);
}

QString rate(const ProgressUpdate &update, qint64 milliseconds)
{
    if (milliseconds <= 0 || update.bytes <= 0)
        return {};
    return QStringLiteral(", %1/s").arg(QLocale::c().formattedDataSize(update.bytes * 1000 / milliseconds));
}

} // namespace

Console::Console(Options options)
    : m_options(options)
    , m_drawsBar(!options.quiet && isatty(STDERR_FILENO) == 1)
{
    m_clock.start();
}

void Console::answer(const QByteArray &utf8) const
{
    writeTo(stdout, utf8.endsWith('\n') ? utf8 : utf8 + '\n');
}

void Console::answer(const QString &text) const
{
    answer(terminalText(text).toUtf8());
}

void Console::answer(const nlohmann::ordered_json &document) const
{
    answer(QByteArray::fromStdString(document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace)));
}

void Console::warn(const QString &sentence) const
{
    if (!m_options.quiet)
        writeLine(u"decayscope: " % sentence);
}

void Console::warn(const ImportIssue &issue) const
{
    warn(QString(issue.path % u": " % issue.reason));
}

void Console::fail(const Error &error) const
{
    writeLine(u"decayscope: " % error.message);
    if (!error.evidence.isEmpty())
        writeLine(u"  (" % error.evidence % u')');
}

Progress Console::progress()
{
    m_clock.restart();
    return Progress([] { return wasInterrupted(); }, [this](const ProgressUpdate &update) { draw(update); });
}

void Console::tell(const ProgressUpdate &update)
{
    const QMutexLocker lock(&m_mutex);
    writeLine(u"progress " % QString::number(update.done) % u' ' % QString::number(update.total) % u' ' % update.what);
}

void Console::draw(const ProgressUpdate &update)
{
    if (m_options.tellsProgress)
        return tell(update);
    if (!m_drawsBar || update.total <= 0)
        return;
    const QMutexLocker lock(&m_mutex);
    const auto filled = static_cast<int>(update.done * barWidth / update.total);
    const auto elapsed = m_clock.elapsed();
    const QString bar = QString(filled, u'#') % QString(barWidth - filled, u'.');
    const QString line = u"\r[" % bar % u"] " % QString::number(update.done) % u'/' % QString::number(update.total)
        % rate(update, elapsed) % timeLeft(update, elapsed) % u"\x1b[K";
    writeTo(stderr, line.toUtf8());
    m_drawn = true;
}

void Console::endProgress()
{
    if (m_drawn)
        writeTo(stderr, "\r\x1b[K");
    m_drawn = false;
}

std::string jsonText(const QString &text)
{
    return text.toUtf8().toStdString();
}

nlohmann::ordered_json jsonIssues(const std::vector<ImportIssue> &issues)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto &issue : issues)
        list.push_back({{"path", jsonText(issue.path)}, {"reason", jsonText(issue.reason)}});
    return list;
}

void catchInterrupt()
{
    const auto remember = [](int) { interrupted = true; };
    std::signal(SIGINT, remember);
    for (const int signal : {SIGTERM, SIGHUP}) {
        if (std::signal(signal, remember) == SIG_IGN)
            std::signal(signal, SIG_IGN); // As nohup wants it.
    }
}

bool wasInterrupted()
{
    return interrupted;
}

} // namespace Decayscope
