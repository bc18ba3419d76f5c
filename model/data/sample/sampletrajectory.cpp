// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampletrajectory.h"

#include "samplechance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

QString taskText(const SampleRun &run)
{
    if (run.task.kind == TaskKind::Feature)
        return QStringLiteral("Restore the feature that was removed from this ") % run.task.framework % u" repository.";
    const auto constraints
        = run.task.constraints.isEmpty() ? QStringLiteral("none") : run.task.constraints.joined(u", ");
    return u"Write a REST API server for the Conduit contract with " % run.task.framework % u". Constraints: "
        % constraints % u'.';
}

QString trial(const SampleRun &run)
{
    return run.serverStarts ? QStringLiteral("HTTP/1.1 200 OK\n{\"articles\":[],\"articlesCount\":0}")
                            : QStringLiteral("curl: (7) Failed to connect to localhost port 8080: Connection refused");
}

QJsonObject message(const char *role, const QString &content)
{
    return {{QStringLiteral("role"), QLatin1StringView(role)}, {QStringLiteral("content"), content}};
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void addStep(QJsonArray &messages, const QString &thought, const QString &command, const QString &output)
{
    messages.append(message("assistant", u"THOUGHT: " % thought % u"\n\n```bash\n" % command % u"\n```"));
    messages.append(message("user", u"<returncode>0</returncode>\n<output>\n" % output % u"</output>"));
}

std::vector<RawFile> miniTrajectory(const SampleRun &run, const std::vector<SampleSource> &sources)
{
    QJsonArray messages{
        message("system", QStringLiteral("You are a helpful assistant that can run one bash command at a time.")),
        message("user", taskText(run))};
    for (const auto &[path, text] : sources)
        addStep(messages, u"Next comes " % path % u'.',
            u"cat > " % path % u" <<'EOF'\n" % QString::fromUtf8(text) % u"EOF", {});
    addStep(messages, QStringLiteral("Now I try the server."), QStringLiteral("curl -i localhost:8080/api/articles"),
        trial(run));
    const auto status
        = run.termination == Termination::Error ? QStringLiteral("in_progress") : terminationName(run.termination);
    return {{QStringLiteral("mini/trajectory.json"),
        json({{QStringLiteral("status"), status}, {QStringLiteral("message"), QString()},
            {QStringLiteral("n_calls"), static_cast<int>(sources.size()) + 1},
            {QStringLiteral("trajectories"), messages}}),
        {}}};
}

/// The event files of one conversation, numbered as they come.
class Conversation
{
public:
    explicit Conversation(const SampleRun &run)
        : m_chance(u"conversation" % run.key.configuration.model % run.key.runtime % run.key.task
              % QString::number(run.key.trial))
        , m_folder(hex() % hex())
    { }

    void add(const char *kind, const char *source, QJsonObject event)
    {
        const auto id = hex();
        event.insert(QStringLiteral("id"), id);
        event.insert(QStringLiteral("kind"), QLatin1StringView(kind));
        event.insert(QStringLiteral("source"), QLatin1StringView(source));
        const auto number = QString::number(m_files.size()).rightJustified(5, u'0');
        m_files.push_back({m_folder % u"/events/event-" % number % u'-' % id % u".json", json(event), {}});
    }

    std::vector<RawFile> files(const QJsonObject &state) &&
    {
        m_files.push_back({m_folder % u"/base_state.json", json(state), {}});
        return std::move(m_files);
    }

private:
    QString hex() { return QString::number(m_chance.next(), 16).rightJustified(16, u'0'); }

    SampleChance m_chance;
    QString m_folder;
    std::vector<RawFile> m_files;
};

QJsonArray textParts(const QString &text)
{
    return {QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}}};
}

void addAction(Conversation &conversation, const char *tool, const QString &thought, const QJsonObject &action,
    const QString &observation)
{
    const auto toolName = QString::fromLatin1(tool);
    conversation.add("ActionEvent", "agent",
        {{QStringLiteral("thought"), textParts(thought)}, {QStringLiteral("tool_name"), toolName},
            {QStringLiteral("action"), action}});
    const auto kind = action.value(u"kind").toString().replace(QStringLiteral("Action"), QStringLiteral("Observation"));
    conversation.add("ObservationEvent", "environment",
        {{QStringLiteral("tool_name"), toolName},
            {QStringLiteral("observation"),
                QJsonObject{{QStringLiteral("kind"), kind}, {QStringLiteral("content"), textParts(observation)}}}});
}

QJsonObject stateOf(const SampleRun &run, int steps)
{
    const auto status = run.termination == Termination::Submitted ? "finished"
        : run.termination == Termination::Error                   ? "error"
                                                                  : "stuck";
    const QJsonObject usage{
        {QStringLiteral("prompt_tokens"), 1800 * steps}, {QStringLiteral("completion_tokens"), 90 * steps}};
    const QJsonObject metrics{{QStringLiteral("accumulated_token_usage"), usage}};
    const QJsonObject usages{{QStringLiteral("default"), metrics}};
    return {{QStringLiteral("execution_status"), QLatin1StringView(status)},
        {QStringLiteral("stats"), QJsonObject{{QStringLiteral("usage_to_metrics"), usages}}}};
}

std::vector<RawFile> conversation(const SampleRun &run, const std::vector<SampleSource> &sources)
{
    Conversation conversation(run);
    conversation.add("SystemPromptEvent", "agent",
        {{QStringLiteral("system_prompt"),
            textParts(QStringLiteral("You are an agent that writes backend services.")).first()}});
    conversation.add("MessageEvent", "user",
        {{QStringLiteral("llm_message"),
            QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                {QStringLiteral("content"), textParts(taskText(run))}}}});
    for (const auto &[path, text] : sources)
        addAction(conversation, "file_editor", u"Next comes " % path % u'.',
            {{QStringLiteral("kind"), QStringLiteral("FileEditorAction")},
                {QStringLiteral("command"), QStringLiteral("create")},
                {QStringLiteral("path"), QString(u"/repository/" % path)},
                {QStringLiteral("file_text"), QString::fromUtf8(text)}},
            u"File created successfully at: /repository/" % path);
    addAction(conversation, "terminal", QStringLiteral("Now I try the server."),
        {{QStringLiteral("kind"), QStringLiteral("TerminalAction")},
            {QStringLiteral("command"), QStringLiteral("curl -i localhost:8080/api/articles")}},
        trial(run));
    if (run.termination == Termination::Submitted)
        addAction(conversation, "finish", {},
            {{QStringLiteral("kind"), QStringLiteral("FinishAction")},
                {QStringLiteral("message"), QStringLiteral("The server is complete.")}},
            QStringLiteral("The server is complete."));
    return std::move(conversation).files(stateOf(run, static_cast<int>(sources.size()) + 2));
}

} // namespace

std::vector<RawFile> sampleTrajectory(const SampleRun &run, const std::vector<SampleSource> &sources)
{
    return run.key.configuration.scaffold == u"openhands_sdk" ? conversation(run, sources)
                                                              : miniTrajectory(run, sources);
}

} // namespace Decayscope
