// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handout.h"

#include "dslabelsreader.h"
#include "dslabelswriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <set>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr QLatin1StringView blindScaffold{"blind"};
/// Runs of a results tree lie in folders of dates; those of hand-outs tell none.
constexpr QLatin1StringView blindDate{"2000-01-01T00-00-00"};
constexpr qsizetype digitsOfHash = 8;

/// Writes the pieces of files below a folder.
class TreeWriter
{
public:
    TreeWriter(QString folder, std::vector<LabelTarget> targets)
        : m_folder(std::move(folder))
        , m_targets(std::move(targets))
    { }

    Result<> write(const HandoutPiece &piece)
    {
        const auto path = pathOf(piece);
        if (piece.isFirst && !QDir().mkpath(QFileInfo(path).path()))
            return failure(ErrorKind::Unreadable, u"The folder for \"%1\" cannot be made."_s.arg(path));
        QFile file(path);
        const auto mode = piece.isFirst ? QIODevice::NewOnly : QIODevice::Append | QIODevice::ExistingOnly;
        if (!file.open(QIODevice::WriteOnly | mode) || file.write(piece.bytes) != piece.bytes.size() || !file.flush())
            return failure(ErrorKind::Unreadable, u"\"%1\" cannot be written."_s.arg(path), file.errorString());
        return {};
    }

private:
    [[nodiscard]] QString pathOf(const HandoutPiece &piece) const
    {
        const auto &target = m_targets[static_cast<std::size_t>(piece.item)];
        return QStringList{m_folder, target.runtime, target.configuration.scaffold, target.configuration.model,
            target.task, QString(blindDate), u"run_%1"_s.arg(target.trial), piece.path}
            .join(u'/');
    }

    const QString m_folder;
    const std::vector<LabelTarget> m_targets;
};

Result<std::vector<LabelTarget>> targetsOf(const LabelFile &file, const QString &path)
{
    std::vector<LabelTarget> targets;
    for (const auto &item : file.samples.front().items) {
        const auto &[runtime, configuration, task, trial, date] = item.target;
        for (const auto &name : {runtime, configuration.scaffold, configuration.model, task}) {
            if (name.contains(u'/') || !isSafePath(name))
                return failure(ErrorKind::Refused,
                    u"\"%1\" is no sound hand-out: \"%2\" is no name of a folder. Ask for the file again."_s.arg(
                        path, name));
        }
        targets.push_back(item.target);
    }
    return targets;
}

} // namespace

LabelTarget handoutTarget(const Sample &sample, int item)
{
    const auto &target = sample.items[static_cast<std::size_t>(item)].target;
    const auto number = QString::number(item + 1).rightJustified(4, u'0');
    const auto mark = QString::fromLatin1(sample.hash.toHex().first(digitsOfHash));
    return {.runtime = target.runtime,
        .configuration = {blindScaffold, u"%1 item %2"_s.arg(mark, number)},
        .task = target.task};
}

Result<Sample> handoutSample(const Sample &sample, const QString &annotator, const IdentityMask &mask)
{
    const auto *queue = sample.queueOf(annotator);
    if (!queue)
        return failure(
            ErrorKind::NotFound, u"The sample \"%1\" has no queue of \"%2\"."_s.arg(sample.design.title, annotator));
    auto blind = sample;
    const auto size = static_cast<int>(sample.items.size());
    for (int i = 0; i < size; ++i)
        blind.items[static_cast<std::size_t>(i)] = {.target = handoutTarget(sample, i), .family = {}};
    blind.strata = {{.name = u"all"_s, .population = size, .drawn = size}};
    blind.queues = {*queue};
    blind.maskRules.clear();
    blind.design.maskWords.clear();
    blind.createdBy.clear();
    blind.population.clear();
    auto &design = blind.design;
    // A sample of one category is mostly called after it.
    design.title = design.category.isEmpty() ? mask.masked(design.title) : u"Round %1"_s.arg(design.round);
    design.annotators = {annotator};
    design.strata.clear();
    design.category.clear();
    design.categoryBy.clear();
    blind.isHandout = true;
    return blind;
}

Result<> writeHandout(
    QIODevice &device, const Sample &blindSample, const Codebook &codebook, const FilesOfItem &filesOf)
{
    DsLabelsWriter writer(device, u"handout"_s);
    writer.codebook(codebook);
    writer.sample(blindSample);
    std::set<int> items;
    for (const auto &queue : blindSample.queues) {
        for (const auto &entry : queue.order)
            items.insert(entry.item);
    }
    for (const auto item : items) {
        const auto files = filesOf(item);
        if (!files)
            return std::unexpected(files.error());
        for (const auto &file : *files)
            writer.file(item, file);
    }
    return writer.end();
}

Result<> unpackHandout(const QString &path, const QString &folder)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"\"%1\" cannot be read."_s.arg(path), file.errorString());
    const auto known = readDsLabels(file, path);
    if (!known)
        return std::unexpected(known.error());
    if (!known->isHandout)
        return failure(ErrorKind::InvalidInput, u"\"%1\" is no hand-out: it carries no runs."_s.arg(path));
    auto targets = targetsOf(*known, path);
    if (!targets)
        return std::unexpected(std::move(targets.error()));
    TreeWriter tree(folder, std::move(*targets));
    file.seek(0);
    return readDsLabels(file, path, [&](const HandoutPiece &piece) { return tree.write(piece); }).transform([](auto) {
    });
}

} // namespace Decayscope
