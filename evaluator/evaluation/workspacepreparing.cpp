// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacepreparing.h"

#include <verifiers/workspacepatch.h>

#include <QFileInfo>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestWorkspace = qint64{2} * 1024 * 1024 * 1024;

const QString patchFolder = u"/patches"_s;
const QString taskPatchName = u"task.patch"_s;
const QString runPatchName = u"run.patch"_s;

/// A repository somebody else made may carry hooks and settings that run programs. Inside the sandbox they may.
QStringList git(const QStringList &arguments)
{
    return QStringList{u"git"_s, u"-c"_s, u"safe.directory=*"_s, u"-c"_s, u"core.hooksPath=/dev/null"_s} + arguments;
}

QStringList applying(const QString &name)
{
    return git({u"apply"_s, u"--whitespace=nowarn"_s, QString(patchFolder % u'/' % name)});
}

bool isBlank(const QByteArray &patch)
{
    return patch.trimmed().isEmpty();
}

/// In linked work trees and submodules ".git" is a file or a link that says where the repository is: outside, where
/// nothing of the sandbox gets.
bool hasRepositoryElsewhere(const QString &base)
{
    const QFileInfo place(base + u"/.git");
    return place.isSymLink() || place.isFile();
}

/// What a repository says of where it came from, and runs by itself, is the user's.
bool isOfUser(const QString &path)
{
    return path == u".git/logs" || path == u".git/FETCH_HEAD" || path == u".git/hooks";
}

/// Addresses of remotes may carry passwords, which generated code is not to read.
const QString forgetting
    = uR"(for part in $(git config --local --name-only --get-regexp '^(remote|submodule|url|credential|http)\.' |
    sed 's/\.[^.]*$//' | sort -u); do
    git config --local --remove-section "$part"
done
exit 0)"_s;

/// One command on the way to the workspace as the agent left it.
struct PatchCommand
{
    QStringList command;
    QString failed; ///< The sentence where it fails, to be followed by what git says.
    bool isOfBase = true; ///< Else the generated code's own.
};

std::vector<PatchCommand> patchCommands(const EvaluationRequest &request, const WorkspacePatch &patch)
{
    std::vector<PatchCommand> commands;
    if (request.base.isEmpty())
        commands.push_back({git({u"init"_s, u"--quiet"_s, u"."_s}), u"No empty repository could be made"_s});
    else if (!request.baseCommit.isEmpty())
        commands.push_back({git({u"checkout"_s, u"--quiet"_s, u"--force"_s, u"--detach"_s, request.baseCommit}),
            u"The base \"%1\" has no commit \"%2\" to start from"_s.arg(request.base, request.baseCommit)});
    if (!request.base.isEmpty() && !hasRepositoryElsewhere(request.base))
        commands.push_back({{u"/bin/sh"_s, u"-c"_s, forgetting}, u"The base's settings could not be cleared"_s});
    if (!isBlank(request.taskPatch))
        commands.push_back({applying(taskPatchName),
            u"The task's patch does not apply to the base \"%1\""_s.arg(
                request.base.isEmpty() ? u"(none)"_s : request.base)});
    if (!isBlank(patch.bytes))
        commands.push_back({applying(runPatchName), u"The patch \"%1\" does not apply"_s.arg(patch.path), false});
    return commands;
}

/// The line in which git says what is wrong; its warnings come before.
QString complaint(const CommandReport &report)
{
    constexpr qsizetype longest = 300;
    const auto lines = QString::fromUtf8(report.output.left(65536)).split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines) {
        if (line.startsWith(u"error:") || line.startsWith(u"fatal:"))
            return line.left(longest).trimmed();
    }
    return report.message;
}

std::unexpected<Error> withoutGit(const CommandReport &report)
{
    return failure(ErrorKind::NotFound,
        u"Patches are applied by git, which did not start in the sandbox: %1 Install the package git."_s.arg(
            report.message));
}

Result<> layOutPatches(RunFolder &folder, const EvaluationRequest &request, const WorkspacePatch &patch)
{
    return folder.makeFolder(u"patches"_s)
        .and_then([&](const QString &) { return folder.writeFile(u"patches/"_s + taskPatchName, request.taskPatch); })
        .and_then([&](const QString &) { return folder.writeFile(u"patches/"_s + runPatchName, patch.bytes); })
        .transform([](const QString &) {});
}

} // namespace

Result<QByteArray> patchOf(const EvaluationRequest &request)
{
    if (const auto *folder = std::get_if<WorkspaceFolder>(&request.code))
        return patchOfWorkspace(folder->path);
    return std::get<WorkspacePatch>(request.code).bytes;
}

Result<QString> layOutWorkspace(RunFolder &folder, const EvaluationRequest &request, const Progress &progress)
{
    const auto workspace = u"workspace"_s;
    const auto atPath = [&] { return QString(folder.path() % u'/' % workspace); };
    if (const auto *code = std::get_if<WorkspaceFolder>(&request.code))
        return folder.copyIn(code->path, workspace, longestWorkspace, progress, isLeftOutOfPatches).transform(atPath);
    const bool isElsewhere = !request.base.isEmpty() && hasRepositoryElsewhere(request.base);
    if (isElsewhere && !request.baseCommit.isEmpty())
        return failure(ErrorKind::InvalidInput,
            u"The base \"%1\" is a work tree whose repository is elsewhere, so \"%2\" cannot be checked out in a copy of it. Give the repository itself, or a clone made with git clone."_s
                .arg(request.base, request.baseCommit));
    if (auto laid = layOutPatches(folder, request, std::get<WorkspacePatch>(request.code)); !laid)
        return std::unexpected(std::move(laid.error()));
    if (request.base.isEmpty())
        return folder.makeFolder(workspace);
    const auto leaveOut
        = [isElsewhere](const QString &path) { return isOfUser(path) || (isElsewhere && path == u".git"); };
    return folder.copyIn(request.base, workspace, longestWorkspace, progress, leaveOut).transform(atPath);
}

Result<PatchOutcome> applyPatches(
    SandboxSession &session, const RunFolder &folder, const EvaluationRequest &request, const Progress &progress)
{
    PatchOutcome outcome;
    const auto *patch = std::get_if<WorkspacePatch>(&request.code);
    if (patch == nullptr)
        return outcome;
    outcome.message = u"Applied."_s;
    const SandboxBind patches{.outside = folder.path() + u"/patches"_s, .inside = patchFolder};
    for (const auto &[command, failed, isOfBase] : patchCommands(request, *patch)) {
        auto report = runCommand(session, {.command = command, .binds = {patches}}, progress);
        if (!report)
            return std::unexpected(std::move(report.error()));
        outcome.log += QString::fromUtf8(report->output);
        if (report->isSuccess())
            continue;
        if (report->ending == CommandEnding::NotStarted)
            return withoutGit(*report);
        outcome.message = QString(failed % u": " % complaint(*report));
        if (isOfBase)
            return failure(ErrorKind::InvalidInput, outcome.message, outcome.log);
        outcome.isApplied = false;
    }
    return outcome;
}

} // namespace Decayscope
