// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpuslabels.h"

#include <domain/verifierrules.h>
#include <verifiers/workspacepatch.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope::Test {

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString placed(const QString &file, int line, const QString &rule)
{
    return file + u':' + QString::number(line) + u' ' + rule;
}

std::optional<TaskSpec> taskNamed(const QString &name)
{
    for (const auto &runtime : {u"uv"_s, u"node"_s}) {
        const auto task = taskFromFolder(runtime, name);
        if (task && frameworksOf(runtime).contains(task->framework))
            return *task;
    }
    return std::nullopt;
}

/// Files that a workspace's patch leaves out, such as a committed build output, are added: what a label names is there.
QByteArray patchOf(const QString &folder)
{
    auto patch = patchOfWorkspace(folder).value_or(QByteArray());
    const QDir root(folder);
    QStringList leftOut;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (const auto path = root.relativeFilePath(files.next()); isLeftOutOfPatches(path))
            leftOut.append(path);
    }
    leftOut.sort();
    for (const auto &path : std::as_const(leftOut)) {
        const auto name = path.toUtf8();
        auto text = bytesOf(root.filePath(path));
        const auto lines = text.count('\n');
        patch += "diff --git a/" + name + " b/" + name + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + name
            + "\n@@ -0,0 +1," + QByteArray::number(lines) + " @@\n+" + text.chopped(1).replace('\n', "\n+") + '\n';
    }
    return patch;
}

/// Rules about what is not there have no place.
bool isOfWholeProject(const QString &rule)
{
    return rule.endsWith(u"-missing");
}

QString faultOfPlace(const QDir &files, Constraint constraint, const QJsonObject &violation)
{
    const auto file = violation[u"file"].toString();
    const auto line = violation[u"line"].toInt(-1);
    const auto *rule = verifierRule(violation[u"rule"].toString());
    if (!rule || rule->kind != kindOf(constraint))
        return u"names a rule that is none of this constraint"_s;
    if (file.isEmpty() || isOfWholeProject(rule->id))
        return file.isEmpty() && line == 0 && isOfWholeProject(rule->id) ? QString() : u"needs a file or has one"_s;
    if (!QFile::exists(files.filePath(file)))
        return u"names the file "_s + file + u", which is not there";
    const auto lines = bytesOf(files.filePath(file)).count('\n');
    return line >= 1 && line <= lines ? QString() : u"names a line outside of "_s + file;
}

LabelledVerdict labelledVerdict(const QDir &files, Constraint constraint, const QJsonObject &label, QStringList &faults)
{
    LabelledVerdict verdict{label[u"compliant"].toBool(), {}};
    const auto violations = label[u"violations"].toArray();
    for (const auto &entry : violations) {
        const auto violation = entry.toObject();
        if (const auto fault = faultOfPlace(files, constraint, violation); !fault.isEmpty())
            faults.append(u"its label "_s + fault);
        verdict.places.append(
            placed(violation[u"file"].toString(), violation[u"line"].toInt(), violation[u"rule"].toString()));
    }
    verdict.places.sort();
    if (!label[u"compliant"].isBool() || verdict.compliant != verdict.places.isEmpty())
        faults.append(u"its verdict and its violations contradict each other"_s);
    return verdict;
}

LabelledProject labelledProject(const QDir &folder)
{
    LabelledProject project;
    project.name = folder.dirName();
    const auto label = QJsonDocument::fromJson(bytesOf(folder.filePath(u"label.json"_s))).object();
    project.task = label[u"task"].toString();
    for (const auto &key : {u"shows"_s, u"why"_s}) {
        if (!label[key].toString().endsWith(u'.'))
            project.faults.append(key + u" is no sentence");
    }
    const auto task = taskNamed(project.task);
    if (!task || generationTaskName(task->framework, task->constraints) != project.task)
        project.faults.append(u"its task is none of the study's"_s);
    const auto verdicts = label[u"verdicts"].toObject();
    const QDir files(folder.filePath(u"files"_s));
    for (auto verdict = verdicts.begin(); verdict != verdicts.end(); ++verdict) {
        if (const auto constraint = constraintFromName(verdict.key()))
            project.verdicts.insert(
                *constraint, labelledVerdict(files, *constraint, verdict->toObject(), project.faults));
    }
    if (task && project.constraints() != task->constraints)
        project.faults.append(u"its verdicts are not on the constraints of its task"_s);
    project.patch = patchOf(files.path());
    return project;
}

} // namespace

ConstraintSet LabelledProject::constraints() const
{
    ConstraintSet set;
    for (auto verdict = verdicts.begin(); verdict != verdicts.end(); ++verdict)
        set = set.with(verdict.key());
    return set;
}

std::vector<LabelledProject> labelledProjects(const QString &folder)
{
    const QDir root(folder);
    const auto names = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    std::vector<LabelledProject> projects;
    projects.reserve(static_cast<std::size_t>(names.size()));
    for (const auto &name : names)
        projects.push_back(labelledProject(QDir(root.filePath(name))));
    return projects;
}

QStringList placesOf(const ConstraintVerdict &verdict)
{
    QStringList places;
    for (const auto &violation : verdict.violations)
        places.append(placed(violation.file, violation.line, violation.rule));
    places.sort();
    places.removeDuplicates();
    return places;
}

} // namespace Decayscope::Test
