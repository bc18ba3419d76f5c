// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runhtml.h"

#include "htmltext.h"

#include <code/patch.h>
#include <domain/verifierrules.h>
#include <stats/scores.h>

#include <QDateTime>
#include <QIODevice>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype mostCharacters = 1'000'000;
constexpr int previewLines = 30;

constexpr QByteArrayView head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<style>
:root { color-scheme: light dark; --ink: #1d2126; --muted: #5b6470; --ground: #fff; --block: #f4f5f7; --line: #d9dde3;
  --bad: #a8281d; --good: #1c6b3c; --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --muted: #9aa4b1; --ground: #17191d; --block: #20242a;
  --line: #343a43; --bad: #ff8a7d; --good: #7fd39c; --accent: #7db4f0; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); max-width: 62rem;
  margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.35rem; } h2 { font-size: 1.1rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
.muted, dt { color: var(--muted); } .bad { color: var(--bad); } .good { color: var(--good); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dd { margin: 0; }
pre { background: var(--block); padding: .6rem .8rem; overflow-x: auto; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 13px/1.45 ui-monospace, monospace; border-left: 3px solid var(--line); }
pre.command { border-left-color: var(--accent); } pre.error { border-left-color: var(--bad); }
table { border-collapse: collapse; } td, th { text-align: left; padding: .15rem .9rem .15rem 0; vertical-align: top; }
summary { cursor: pointer; } section.turn { margin: 1.2rem 0; } section.turn > header { color: var(--muted); }
</style>
)";

QString bounded(const QString &text)
{
    if (text.size() <= mostCharacters)
        return htmlText(text);
    return htmlText(QStringView(text).first(mostCharacters))
        % QStringLiteral("\n… %1 more characters are not in this page.").arg(text.size() - mostCharacters);
}

QString block(const QString &text, QStringView style)
{
    return u"<pre class=\"" % style % u"\">" % bounded(text) % u"</pre>\n";
}

/// Long text is folded behind its number of lines.
QString foldable(const QString &text, QStringView style)
{
    const auto lines = text.count(u'\n') + 1;
    if (lines <= previewLines)
        return block(text, style);
    return QStringLiteral("<details><summary class=\"muted\">%1 lines</summary>\n").arg(lines) % block(text, style)
        % u"</details>\n";
}

QString partHtml(const TurnPart &part)
{
    switch (part.kind) {
    case PartKind::Text:
        return block(part.text, u"text");
    case PartKind::Reasoning:
        return u"<details><summary class=\"muted\">Reasoning</summary>\n" % block(part.text, u"text") % u"</details>\n";
    case PartKind::Command:
        return block(part.text, u"command");
    case PartKind::Output:
        return foldable(part.text, part.isError ? u"error" : u"output");
    case PartKind::Error:
        return foldable(part.text, u"error");
    case PartKind::Edit:
        return u"<p>" % htmlText(part.text) % u"</p>\n"
            % (part.edit && !part.edit->after.isEmpty() ? foldable(part.edit->after, u"output") : QString());
    case PartKind::Image:
        return u"<p class=\"muted\">" % htmlText(part.text) % u"</p>\n";
    case PartKind::Raw:
        return foldable(part.text, u"output");
    }
    return {};
}

QString turnHtml(const TurnContent &turn)
{
    QStringList facts{QStringLiteral("Turn %1").arg(turn.index + 1), turnKindName(turn.kind)};
    if (const auto code = turn.returnCode())
        facts << QStringLiteral("return code %1").arg(*code);
    if (turn.time)
        facts << QDateTime::fromMSecsSinceEpoch(*turn.time, QTimeZone::UTC).toString(Qt::ISODate);
    QString html = QStringLiteral("<section class=\"turn\" id=\"turn-%1\"><header>").arg(turn.index + 1)
        % htmlText(facts.join(QStringLiteral(" · "))) % u"</header>\n";
    for (const auto &part : turn.parts)
        html += partHtml(part);
    return html + u"</section>\n";
}

QString assertionHtml(const AssertionResult &assertion)
{
    const auto message = assertion.message.isEmpty()
        ? QString()
        : QString(u"<span class=\"muted\">" % htmlText(assertion.message) % u"</span><br>");
    return htmlText(assertion.name) % u"<br>" % message;
}

QString requestHtml(const RequestResult &request)
{
    QString failed;
    for (const auto &assertion : request.assertions) {
        if (assertion.outcome == AssertionOutcome::Failed)
            failed += assertionHtml(assertion);
    }
    const auto status = request.code ? QString::number(*request.code) : QStringLiteral("no answer");
    const auto style = request.failed > 0 ? QStringLiteral("bad") : QStringLiteral("good");
    return u"<tr><td>" % htmlText(request.name) % u"</td><td>" % status % u"</td><td class=\"" % style % u"\">"
        % QString::number(request.passed) % u" of " % QString::number(request.total) % u"</td><td>" % failed
        % u"</td></tr>\n";
}

/// The title of the broken rule, where the syntax verifiers name one.
QString ruleText(const Violation &violation)
{
    const auto *rule = verifierRule(violation.rule);
    return rule ? QString(u" (" % rule->title % u')') : QString();
}

class RunHtmlWriter
{
public:
    RunHtmlWriter(QIODevice &device, const RunReading &reading, const RunHtmlSource &source)
        : m_device(device)
        , m_reading(reading)
        , m_source(source)
    { }

    Result<> run(const Progress &progress);

private:
    void writeHead();
    void writeFacts();
    void writeRequests();
    void writeVerdicts();
    void writeVerdicts(const std::vector<ConstraintVerdict> &verdicts, const QString &title);
    void writeFiles();
    void writeLog(const QString &title, const RunText &log);
    void put(const QString &html) { put(QByteArrayView(html.toUtf8())); }
    void put(QByteArrayView bytes)
    {
        m_isWritten = m_isWritten && m_device.write(bytes.data(), bytes.size()) == bytes.size();
    }
    void fact(const QString &name, const QString &value)
    {
        put(u"<dt>" % htmlText(name) % u"</dt><dd>" % htmlText(value) % u"</dd>\n");
    }

    QIODevice &m_device;
    const RunReading &m_reading;
    const RunHtmlSource &m_source;
    bool m_isWritten = true;
};

Result<> RunHtmlWriter::run(const Progress &progress)
{
    writeHead();
    writeFacts();
    writeRequests();
    writeVerdicts();
    put(QStringLiteral("<h2>Turns</h2>\n"));
    const int count = m_reading.turns->count();
    for (int i = 0; i < count && m_isWritten; ++i) {
        if (progress.isCancelled())
            return cancelled();
        put(turnHtml(m_reading.turns->turn(i)));
    }
    writeFiles();
    writeLog(QStringLiteral("Server log"), m_reading.serverLog);
    writeLog(QStringLiteral("Set-up log"), m_reading.setupLog);
    put(QStringLiteral("</body></html>\n"));
    if (!m_isWritten)
        return failure(ErrorKind::Unreadable, QStringLiteral("The page cannot be written. Choose another folder."),
            m_device.errorString());
    return {};
}

void RunHtmlWriter::writeHead()
{
    const auto &key = m_reading.run.key;
    const QString title
        = m_source.configuration % u" — " % key.task % u" — run_" % QString::number(key.trial) % u" — " % key.date;
    put(head);
    put(u"<title>" % htmlText(title) % u"</title></head><body>\n<h1>" % htmlText(title) % u"</h1>\n");
}

void RunHtmlWriter::writeFacts()
{
    const auto &run = m_reading.run;
    put(QStringLiteral("<dl>\n"));
    if (run.assertions > 0) {
        fact(QStringLiteral("Assertions"), QStringLiteral("%1 of %2 passed").arg(run.passed).arg(run.assertions));
        fact(QStringLiteral("A%"),
            QStringLiteral("%1 strict, %2 raw").arg(strictShare(run), 0, 'f', 1).arg(rawShare(run), 0, 'f', 1));
    }
    fact(QStringLiteral("Ended by"), terminationName(run.termination));
    fact(QStringLiteral("Scaffold"), run.key.configuration.scaffold);
    fact(QStringLiteral("Model"), run.key.configuration.model);
    fact(QStringLiteral("Constraints"), run.task.constraints.joined(u", "));
    if (run.tokens)
        fact(QStringLiteral("Tokens"), QStringLiteral("%1 in, %2 out").arg(run.tokens->input).arg(run.tokens->output));
    if (run.exclusion)
        fact(QStringLiteral("Excluded"), *run.exclusion);
    fact(QStringLiteral("Study"), m_source.study);
    fact(QStringLiteral("Link"), m_source.link);
    fact(QStringLiteral("Written by"), m_source.program);
    put(QStringLiteral("</dl>\n"));
}

void RunHtmlWriter::writeRequests()
{
    if (m_reading.requests.empty())
        return;
    put(QStringLiteral("<h2>Requests</h2>\n<table><tr><th>Request</th><th>Status</th><th>Passed</th>"
                       "<th>Failed assertions</th></tr>\n"));
    for (const auto &request : m_reading.requests)
        put(requestHtml(request));
    put(QStringLiteral("</table>\n"));
}

void RunHtmlWriter::writeVerdicts()
{
    writeVerdicts(m_reading.verdicts, QStringLiteral("Constraints"));
    writeVerdicts(m_reading.syntaxVerdicts, QStringLiteral("Constraints by the syntax verifiers"));
}

void RunHtmlWriter::writeVerdicts(const std::vector<ConstraintVerdict> &verdicts, const QString &title)
{
    if (verdicts.empty())
        return;
    put(u"<h2>" % title % u"</h2>\n");
    for (const auto &verdict : verdicts) {
        const auto word = verdict.compliant ? QStringLiteral("<span class=\"good\">kept</span>")
                                            : QStringLiteral("<span class=\"bad\">violated</span>");
        put(u"<p>" % word % u' ' % htmlText(constraintTitle(verdict.constraint)) % u": " % htmlText(verdict.reason)
            % u"</p>\n");
        for (const auto &violation : verdict.violations)
            put(u"<p class=\"muted\">" % htmlText(violation.file) % u':' % QString::number(violation.line) % u' '
                % htmlText(violation.reason) % htmlText(ruleText(violation)) % u"</p>\n");
    }
}

void RunHtmlWriter::writeFiles()
{
    const auto patch = readPatchFiles(m_reading.patch.bytes);
    if (patch.files.empty())
        return;
    put(QStringLiteral("<h2>Files of the patch</h2>\n"));
    for (const auto &file : patch.files) {
        QStringList lines;
        for (const auto &hunk : file.hunks) {
            for (const auto &line : hunk.lines)
                lines << (line.kind == HunkLine::Kind::Added            ? u'+'
                                 : line.kind == HunkLine::Kind::Removed ? u'-'
                                                                        : u' ')
                        + line.text;
        }
        put(u"<details><summary>" % htmlText(file.path()) % u"</summary>\n" % block(lines.join(u'\n'), u"output")
            % u"</details>\n");
    }
}

void RunHtmlWriter::writeLog(const QString &title, const RunText &log)
{
    if (log.bytes.isEmpty())
        return;
    put(u"<h2>" % htmlText(title) % u"</h2>\n" % foldable(QString::fromUtf8(log.bytes), u"output"));
}

} // namespace

Result<> writeRunHtml(
    QIODevice &device, const RunReading &reading, const RunHtmlSource &source, const Progress &progress)
{
    return RunHtmlWriter(device, reading, source).run(progress);
}

} // namespace Decayscope
