// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampletrajectory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

constexpr QByteArrayView systemPrompt
    = "You are a programmer who works through a shell. Answer every message with a **thought** and exactly one command "
      "in a `bash` block. Each command runs in a new shell in `/repository`.";

QJsonObject message(const char *role, const QByteArray &content)
{
    return {{QStringLiteral("role"), QLatin1StringView(role)}, {QStringLiteral("content"), QString::fromUtf8(content)}};
}

QByteArray folderOf(const QByteArray &path)
{
    const auto slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : "mkdir -p " + path.first(slash) + " && ";
}

QByteArray commandOf(const SampleStep &step)
{
    const auto path = step.path.toUtf8();
    switch (step.kind) {
    case SampleStep::Kind::Run:
        return step.command;
    case SampleStep::Kind::Create:
        return folderOf(path) + "cat > " + path + " <<'EOF'\n" + step.after + "EOF";
    case SampleStep::Kind::Replace:
        return "sed -i 's/" + step.before + '/' + step.after + "/' " + path;
    case SampleStep::Kind::Finish:
        return "echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT";
    }
    return {};
}

QByteArray answerOf(const SampleStep &step)
{
    if (step.kind == SampleStep::Kind::Finish)
        return {};
    if (step.timesOut)
        return "The last command <command>" + step.command
            + "</command> timed out and has been killed.\nIts output so far:\n<output>\n" + step.output + "</output>\n";
    return "<returncode>" + QByteArray::number(step.code) + "</returncode>\n<output>\n" + step.output + "</output>";
}

} // namespace

std::vector<RawFile> sampleTrajectory(const SampleRun &run, const std::vector<SampleStep> &story)
{
    return run.key.configuration.scaffold == u"openhands_sdk" ? sampleConversation(run, story)
                                                              : sampleMiniTrajectory(run, story);
}

std::vector<RawFile> sampleMiniTrajectory(const SampleRun &run, const std::vector<SampleStep> &story)
{
    QJsonArray messages{message("system", systemPrompt.toByteArray()), message("user", sampleTask(run))};
    for (const auto &step : story) {
        messages.append(message("assistant", "THOUGHT: " + step.thought + "\n\n```bash\n" + commandOf(step) + "\n```"));
        messages.append(message("user", answerOf(step)));
    }
    // One that died left its last command without an answer, one that ran out of calls an empty last word.
    if (run.termination == Termination::Error)
        messages.removeLast();
    else if (run.termination == Termination::LimitsExceeded)
        messages.append(message("user", {}));
    const auto status
        = run.termination == Termination::Error ? QStringLiteral("in_progress") : terminationName(run.termination);
    return {{QStringLiteral("mini/trajectory.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("status"), status}, {QStringLiteral("message"), QString()},
                          {QStringLiteral("n_calls"), static_cast<int>(story.size())},
                          {QStringLiteral("trajectories"), messages}})
            .toJson(QJsonDocument::Compact),
        {}}};
}

} // namespace Decayscope
