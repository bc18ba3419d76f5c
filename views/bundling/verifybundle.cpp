// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundlefolder.h"
#include "bundlemaker.h"
#include "filedifference.h"
#include "guarded.h"
#include "paperbundle.h"
#include "storedifference.h"
#include "trialdrawing.h"

#include <bundle/rundocument.h>

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Checks one bundle, step by step.
class BundleCheck
{
public:
    BundleCheck(QString folder, std::vector<BundledFile> files, QString program)
        : m_folder(std::move(folder))
        , m_files(std::move(files))
        , m_program(std::move(program))
    {
        for (const auto &file : m_files)
            m_byPath.insert(file.path, &file);
    }

    Result<BundleVerdict> verdict(const StudyData *store, const Progress &progress)
    {
        if (const auto checked = checkManifest(); !checked)
            return std::unexpected(checked.error());
        if (!readContext())
            return m_verdict;
        if (const auto made = makeAgain(progress); !made)
            return std::unexpected(made.error());
        explainDifferences();
        if (store)
            compareWith(*store);
        return m_verdict;
    }

private:
    [[nodiscard]] Result<> checkManifest();
    [[nodiscard]] bool readContext();
    [[nodiscard]] Result<> readParts();
    [[nodiscard]] Result<> makeAgain(const Progress &progress);
    void compare(const std::vector<BundledFile> &again);
    void compare(const BundledFile &then, const QByteArray &now);
    void explainDifferences();
    void compareWith(const StudyData &store);

    [[nodiscard]] Result<QByteArray> contentOf(const QString &path) const
    {
        const auto *file = m_byPath.value(path);
        return file ? Result<QByteArray>(file->content)
                    : failure(ErrorKind::NotFound, u"\"%1\" has no \"%2\"."_s.arg(m_folder, path));
    }

    QString m_folder;
    std::vector<BundledFile> m_files;
    QHash<QString, const BundledFile *> m_byPath;
    QString m_program;
    BundleVerdict m_verdict;
    QSet<QString> m_suspects; ///< Paths already told of.
    QStringList m_drawn; ///< Pictures with other bytes and the same content.
    QStringList m_rounded;
    BundleContext m_context;
};

Result<> BundleCheck::checkManifest()
{
    const auto document = contentOf(manifestName);
    if (!document)
        return failure(ErrorKind::NotFound,
            u"\"%1\" is no bundle: it has no %2. Name the folder that bundle build made."_s.arg(
                m_folder, manifestName));
    const auto lines = readManifest(*document, QString(m_folder % u'/' % manifestName));
    if (!lines)
        return std::unexpected(lines.error());
    m_verdict.files = *lines;
    std::map<QString, QByteArray> listed;
    for (const auto &line : *lines)
        listed.emplace(line.path, line.sha256);
    const auto tell = [this](const QString &path, QStringView what) {
        m_verdict.differences.append(u"\"%1\" %2."_s.arg(path, what));
        m_suspects.insert(path);
    };
    for (const auto &[path, hash] : listed) {
        const auto *file = m_byPath.value(path);
        if (!file)
            tell(path, u"is missing");
        else if (sha256Digits(file->content) != hash)
            tell(path, u"was changed: its hash is not the manifest's");
    }
    for (const auto &file : m_files) {
        if (file.path != manifestName && !listed.contains(file.path))
            tell(file.path, u"is not in the manifest");
    }
    return {};
}

/// False where what everything else rests on was changed or cannot be read: then nothing can be made again.
bool BundleCheck::readContext()
{
    const auto isSource = [](const QString &path) {
        return path.startsWith(u"data/") || path == u"plan.json" || path == u"bundle.json";
    };
    if (std::ranges::any_of(m_suspects, isSource)) {
        m_verdict.differences.append(u"Nothing was made again, because the files that it is made from were changed."_s);
        return false;
    }
    const auto read = readParts();
    if (!read)
        m_verdict.differences.append(u"Nothing can be made again. "_s + read.error().message);
    return read.has_value();
}

Result<> BundleCheck::readParts()
{
    const auto planned = contentOf(u"plan.json"_s);
    const auto plan = planned ? readBundlePlan(*planned, u"plan.json"_s) : std::unexpected(planned.error());
    auto completed = plan ? completedPlan(*plan) : std::unexpected(plan.error());
    if (!completed)
        return std::unexpected(std::move(completed.error()));
    const auto recorded = contentOf(u"bundle.json"_s);
    auto making = recorded ? readBundleMaking(*recorded, u"bundle.json"_s) : std::unexpected(recorded.error());
    if (!making)
        return std::unexpected(std::move(making.error()));
    auto data = readStudyDocuments(m_files, m_folder);
    if (!data)
        return std::unexpected(std::move(data.error()));
    m_context = {.documents = studyDocuments(*data),
        .data = std::move(*data),
        .plan = std::move(*completed),
        .making = std::move(*making)};
    return {};
}

Result<> BundleCheck::makeAgain(const Progress &progress)
{
    const auto again = BundleMaker(m_context, progress).made();
    if (!again)
        return std::unexpected(again.error());
    compare(*again);
    return {};
}

void BundleCheck::compare(const std::vector<BundledFile> &again)
{
    QSet<QString> made;
    for (const auto &file : again) {
        made.insert(file.path);
        const auto *then = m_byPath.value(file.path);
        if (m_suspects.contains(file.path))
            continue;
        if (then)
            compare(*then, file.content);
        else
            m_verdict.differences.append(u"\"%1\" is missing: the plan makes it."_s.arg(file.path));
    }
    for (const auto &file : m_files) {
        const bool isTold = file.path == manifestName || m_suspects.contains(file.path);
        if (!isTold && !made.contains(file.path))
            m_verdict.differences.append(u"\"%1\" is not made again from the data."_s.arg(file.path));
    }
}

void BundleCheck::compare(const BundledFile &then, const QByteArray &now)
{
    const auto difference = fileDifference(then, now);
    switch (difference.kind) {
    case FileDifference::Kind::None:
        break;
    case FileDifference::Kind::Drawing:
        m_drawn.append(then.path);
        break;
    case FileDifference::Kind::Rounding:
        m_rounded.append(then.path);
        break;
    case FileDifference::Kind::Content:
        m_verdict.differences.append(difference.sentence);
        break;
    }
}

/// Other bytes of a picture are a difference unless another Qt is said to have drawn it, and the trial figure says that
/// this one draws otherwise. Both are the bundle's own words: whoever forges a picture can write them, too.
void BundleCheck::explainDifferences()
{
    const auto here = QString::fromLatin1(qVersion());
    const bool drawsTheSame
        = m_context.making.qt == here || trialDrawingHash(m_context.plan.look) == m_context.making.drawing;
    if (drawsTheSame) {
        for (const auto &path : m_drawn)
            m_verdict.differences.append(u"\"%1\" is drawn otherwise, though its data are the same."_s.arg(path));
    } else if (!m_drawn.isEmpty()) {
        m_verdict.picturesNotCompared = static_cast<int>(m_drawn.size());
        m_verdict.notes.append(
            u"%1 could not be compared: the bundle says that Qt %2 drew them, this is Qt %3. The data inside them are "
            "the same, byte for byte; what they show was not checked. Verify with that version, or look at them: %4."_s
                .arg(m_drawn.size() == 1 ? u"1 picture"_s : u"%1 pictures"_s.arg(m_drawn.size()),
                    m_context.making.qt.left(20), here, m_drawn.join(u", ")));
    }
    if (!m_rounded.isEmpty())
        m_verdict.notes.append(u"Numbers in %1 differ by rounding errors alone."_s.arg(m_rounded.join(u", ")));
    if (m_context.making.program != m_program && !(m_verdict.differences + m_verdict.notes).isEmpty())
        m_verdict.notes.append(
            u"The bundle was made by %1, this is %2: what that version counts or writes otherwise differs here."_s.arg(
                m_context.making.program.left(60), m_program));
}

void BundleCheck::compareWith(const StudyData &store)
{
    const auto &id = m_context.data.study->storeId;
    m_verdict.isOtherStore = !id.isEmpty() && id != store.study->storeId;
    if (m_verdict.isOtherStore)
        return;
    m_verdict.differences += storeDifferences(
        m_context.data, studyRunsDocument(m_context.data.study->runs), m_context.plan.anonymous, store);
}

} // namespace

Result<BundleVerdict> verifyBundle(
    const QString &folder, const StudyData *store, const QString &program, const Progress &progress)
{
    return guarded([&]() -> Result<BundleVerdict> {
        auto files = readBundleFolder(folder, progress);
        if (!files)
            return std::unexpected(std::move(files.error()));
        return BundleCheck(folder, std::move(*files), program).verdict(store, progress);
    });
}

} // namespace Decayscope
