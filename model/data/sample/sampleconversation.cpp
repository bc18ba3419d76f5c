// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplechance.h"
#include "sampletrajectory.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <cmath>

namespace Decayscope {

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject textPart(const QByteArray &text)
{
    return {{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), QString::fromUtf8(text)}};
}

/// The event files of one conversation, numbered and timed as they come, and what its state says of the calls.
class Conversation
{
public:
    explicit Conversation(const SampleRun &run)
        : m_run(run)
        , m_chance(u"conversation" % run.key.configuration.model % run.key.runtime % run.key.task
              % QString::number(run.key.trial))
        , m_hex(hex())
        , m_folder(m_hex % hex())
        , m_time(QDate(2026, 1, 15), QTime(9, 0, m_chance.between(0, 59), m_chance.between(0, 999)), QTimeZone::UTC)
    { }

    void open();
    void add(const SampleStep &step, bool isAnswered);
    void breakOff();
    [[nodiscard]] std::vector<RawFile> files() &&;

private:
    [[nodiscard]] QString hex() { return QString::number(m_chance.next(), 16).rightJustified(16, u'0'); }

    /// Ids that differ only in their number make the study half as large as random ones.
    [[nodiscard]] QString numbered(qsizetype number) const
    {
        return m_hex % QString::number(number, 16).rightJustified(4, u'0');
    }

    QString write(const char *kind, const char *source, QJsonObject event);
    QString addCall();
    [[nodiscard]] QJsonObject metrics() const;

    const SampleRun &m_run;
    SampleChance m_chance;
    QString m_hex; ///< Begins all its ids.
    QString m_folder;
    QDateTime m_time;
    int m_prompt = 1800; ///< Tokens of the next call: the conversation only grows.
    int m_promptSum = 0;
    int m_completionSum = 0;
    QJsonArray m_usages;
    QJsonArray m_costs;
    QJsonArray m_latencies;
    std::vector<RawFile> m_files;
};

QString Conversation::write(const char *kind, const char *source, QJsonObject event)
{
    auto id = numbered(std::ssize(m_files));
    event.insert(QStringLiteral("id"), id);
    event.insert(QStringLiteral("kind"), QLatin1StringView(kind));
    event.insert(QStringLiteral("source"), QLatin1StringView(source));
    event.insert(QStringLiteral("timestamp"), m_time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")));
    const auto number = QString::number(m_files.size()).rightJustified(5, u'0');
    m_files.push_back({m_folder % u"/events/event-" % number % u'-' % id % u".json", json(event), {}});
    return id;
}

void Conversation::open()
{
    write("SystemPromptEvent", "agent",
        {{QStringLiteral("system_prompt"),
            textPart("You are an agent that writes backend services. Use the tools `terminal` and `file_editor`, and "
                     "`finish` when the task is done.")}});
    write("MessageEvent", "user",
        {{QStringLiteral("llm_message"),
            QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                {QStringLiteral("content"), QJsonArray{textPart(sampleTask(m_run))}}}}});
}

/// Counts a call of the model and gives its id.
QString Conversation::addCall()
{
    const auto id = QString(u"chatcmpl-" % numbered(m_usages.size()));
    const auto latency = m_chance.between(150, 1050) / 100.0;
    const auto completion = m_chance.between(60, 700);
    m_time = m_time.addMSecs(static_cast<qint64>(latency * 1000));
    m_usages.append(QJsonObject{{QStringLiteral("response_id"), id}, {QStringLiteral("prompt_tokens"), m_prompt},
        {QStringLiteral("completion_tokens"), completion}});
    m_costs.append(QJsonObject{{QStringLiteral("cost"), std::round((m_prompt + 4 * completion) / 100.0) / 10000}});
    m_latencies.append(QJsonObject{{QStringLiteral("response_id"), id}, {QStringLiteral("latency"), latency}});
    m_promptSum += m_prompt;
    m_completionSum += completion;
    m_prompt += completion + m_chance.between(40, 300);
    return id;
}

struct Tool
{
    const char *name;
    QJsonObject action;
    QJsonObject observation;
};

QJsonObject seen(const char *kind, const QByteArray &text)
{
    return {{QStringLiteral("kind"), QLatin1StringView(kind)}, {QStringLiteral("content"), QJsonArray{textPart(text)}},
        {QStringLiteral("is_error"), false}};
}

Tool terminal(const SampleStep &step)
{
    auto observation = seen("TerminalObservation", step.output);
    const QByteArray note = step.timesOut
        ? QByteArray("\n[No new output for 10 seconds; the command is still running.]")
        : "\n[The command completed with exit code " + QByteArray::number(step.code) + ".]";
    observation.insert(QStringLiteral("command"), QString::fromUtf8(step.command));
    observation.insert(QStringLiteral("exit_code"), step.code);
    observation.insert(QStringLiteral("timeout"), step.timesOut);
    observation.insert(QStringLiteral("metadata"),
        QJsonObject{{QStringLiteral("exit_code"), step.code},
            {QStringLiteral("working_dir"), QStringLiteral("/repository")},
            {QStringLiteral("suffix"), QString::fromUtf8(note)}});
    return {"terminal",
        {{QStringLiteral("kind"), QStringLiteral("TerminalAction")},
            {QStringLiteral("command"), QString::fromUtf8(step.command)}, {QStringLiteral("is_input"), false}},
        observation};
}

Tool creation(const SampleStep &step)
{
    const QString path = u"/repository/" % step.path;
    auto observation = seen("FileEditorObservation", "File created successfully at: " + path.toUtf8());
    observation.insert(QStringLiteral("command"), QStringLiteral("create"));
    observation.insert(QStringLiteral("path"), path);
    observation.insert(QStringLiteral("prev_exist"), false);
    observation.insert(QStringLiteral("new_content"), QString::fromUtf8(step.after));
    return {"file_editor",
        {{QStringLiteral("kind"), QStringLiteral("FileEditorAction")},
            {QStringLiteral("command"), QStringLiteral("create")}, {QStringLiteral("path"), path},
            {QStringLiteral("file_text"), QString::fromUtf8(step.after)}},
        observation};
}

Tool replacement(const SampleStep &step)
{
    const QString path = u"/repository/" % step.path;
    auto observation = seen("FileEditorObservation",
        "The file " + path.toUtf8() + " has been edited:\n" + lineWith(step.wholeAfter, step.after) + '\n');
    observation.insert(QStringLiteral("command"), QStringLiteral("str_replace"));
    observation.insert(QStringLiteral("path"), path);
    observation.insert(QStringLiteral("prev_exist"), true);
    observation.insert(QStringLiteral("old_content"), QString::fromUtf8(step.wholeBefore));
    observation.insert(QStringLiteral("new_content"), QString::fromUtf8(step.wholeAfter));
    return {"file_editor",
        {{QStringLiteral("kind"), QStringLiteral("FileEditorAction")},
            {QStringLiteral("command"), QStringLiteral("str_replace")}, {QStringLiteral("path"), path},
            {QStringLiteral("old_str"), QString::fromUtf8(lineWith(step.wholeBefore, step.before))},
            {QStringLiteral("new_str"), QString::fromUtf8(lineWith(step.wholeAfter, step.after))}},
        observation};
}

Tool ending(const SampleStep &step)
{
    return {"finish",
        {{QStringLiteral("kind"), QStringLiteral("FinishAction")},
            {QStringLiteral("message"), QString::fromUtf8(step.thought)}},
        seen("FinishObservation", step.thought)};
}

Tool toolOf(const SampleStep &step)
{
    switch (step.kind) {
    case SampleStep::Kind::Run:
        return terminal(step);
    case SampleStep::Kind::Create:
        return creation(step);
    case SampleStep::Kind::Replace:
        return replacement(step);
    case SampleStep::Kind::Finish:
        return ending(step);
    }
    return {};
}

void Conversation::add(const SampleStep &step, bool isAnswered)
{
    const auto response = addCall();
    const auto tool = toolOf(step);
    const auto name = QString::fromLatin1(tool.name);
    const auto call = QString(u"call_" % numbered(m_usages.size()));
    const bool isEnd = step.kind == SampleStep::Kind::Finish;
    const auto id = write("ActionEvent", "agent",
        {{QStringLiteral("thought"), isEnd ? QJsonArray() : QJsonArray{textPart(step.thought)}},
            {QStringLiteral("tool_name"), name}, {QStringLiteral("tool_call_id"), call},
            {QStringLiteral("action"), tool.action}, {QStringLiteral("llm_response_id"), response}});
    m_time = m_time.addMSecs(step.timesOut ? 10'000 : m_chance.between(20, 2500));
    if (!isAnswered)
        return;
    write("ObservationEvent", "environment",
        {{QStringLiteral("tool_name"), name}, {QStringLiteral("tool_call_id"), call},
            {QStringLiteral("observation"), tool.observation}, {QStringLiteral("action_id"), id}});
}

void Conversation::breakOff()
{
    m_time = m_time.addSecs(30);
    write("ConversationErrorEvent", "environment",
        {{QStringLiteral("code"), QStringLiteral("APIConnectionError")},
            {QStringLiteral("detail"), QStringLiteral("The connection to the model was lost.")}});
}

/// Not every configuration tells its calls one by one.
QJsonObject Conversation::metrics() const
{
    QJsonObject metrics{{QStringLiteral("accumulated_token_usage"),
        QJsonObject{
            {QStringLiteral("prompt_tokens"), m_promptSum}, {QStringLiteral("completion_tokens"), m_completionSum}}}};
    if (m_run.key.configuration.model == u"borealis-coder")
        return metrics;
    metrics.insert(QStringLiteral("token_usages"), m_usages);
    metrics.insert(QStringLiteral("costs"), m_costs);
    metrics.insert(QStringLiteral("response_latencies"), m_latencies);
    return metrics;
}

std::vector<RawFile> Conversation::files() &&
{
    const auto status = m_run.termination == Termination::Submitted ? "finished"
        : m_run.termination == Termination::Error                   ? "error"
                                                                    : "stuck";
    const QJsonObject usages{{QStringLiteral("default"), metrics()}};
    const QJsonObject state{{QStringLiteral("execution_status"), QLatin1StringView(status)},
        {QStringLiteral("workspace"), QJsonObject{{QStringLiteral("working_dir"), QStringLiteral("/repository")}}},
        {QStringLiteral("stats"), QJsonObject{{QStringLiteral("usage_to_metrics"), usages}}}};
    m_files.push_back({m_folder % u"/base_state.json", json(state), {}});
    return std::move(m_files);
}

} // namespace

std::vector<RawFile> sampleConversation(const SampleRun &run, const std::vector<SampleStep> &story)
{
    Conversation conversation(run);
    conversation.open();
    const bool breaksOff = run.termination == Termination::Error;
    for (std::size_t i = 0; i < story.size(); ++i)
        conversation.add(story[i], !breaksOff || i + 1 < story.size());
    if (breaksOff)
        conversation.breakOff();
    return std::move(conversation).files();
}

} // namespace Decayscope
