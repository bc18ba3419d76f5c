// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "label.h"

#include <base/result.h>

#include <QStringList>

#include <span>
#include <vector>

namespace Decayscope {

/// One category of a taxonomy, at level 1 or, under a parent, at level 2.
struct Code
{
    QString id; ///< Never changes and is never used twice; labels carry it. Of the built-in codebook the study's name.
    QString parent; ///< Empty at level 1.
    QString name; ///< In files and tables: "logic_error". Renaming changes it and the title, not the id.
    QString title; ///< For people: "Logic error".
    QString definition; ///< Sentences.
    QStringList examples; ///< When to choose it.
    QStringList counterExamples; ///< When not, and what to choose instead.
    QString hint; ///< The question that decides.
    int requiredEvidence = 0; ///< Places a label must name before it is committed.
    bool requiresMemo = false;
    bool deprecated = false; ///< Not offered any more; labels that carry it stay.
    QStringList successors; ///< Ids it was merged or split into.

    bool operator==(const Code &) const = default;
};

/// What one version of a codebook changed.
struct CodebookChange
{
    enum class Kind : quint8 { Made, Edited, Added, Renamed, Merged, Split, Deprecated, Moved };

    int version = 1;
    Kind kind = Kind::Made;
    QStringList codes; ///< Ids it touched; for merges and splits the old ones.
    QStringList successors; ///< Of merges and splits.
    QString time; ///< ISO 8601, UTC.
    QString author;
    QString reason;

    bool operator==(const CodebookChange &) const = default;
};

/// A taxonomy of failures as data. A version is never changed once it is stored: every operation gives the next one.
struct Codebook
{
    QString id;
    QString title;
    int version = 1;
    std::vector<Code> codes; ///< Level 1 in order; children in order behind or before them, as one likes.
    std::vector<CodebookChange> changes; ///< Of all versions up to this one.

    [[nodiscard]] const Code *find(QStringView code) const;
    [[nodiscard]] const Code *findByName(QStringView name, QStringView parent = {}) const;
    /// The codes offered under a parent (empty: level 1), in order, without deprecated ones.
    [[nodiscard]] std::vector<const Code *> offered(QStringView parent = {}) const;
    [[nodiscard]] bool hasChildren(QStringView code) const { return !offered(code).empty(); }

    bool operator==(const Codebook &) const = default;
};

/// The study's two levels: 8 failure categories, 6 kinds of logic errors. Id "constraint-decay", version 1.
[[nodiscard]] const Codebook &studyCodebook();

/// Who makes a version, and why.
struct CodebookAuthor
{
    QString name;
    QString reason;
    QString time; ///< ISO 8601, UTC.
};

// Each gives the next version, or InvalidInput with the reason: unknown or deprecated codes, a name twice under one
// parent, an empty name, a child of a child.
[[nodiscard]] Result<Codebook> withCode(const Codebook &book, Code code, const CodebookAuthor &author); ///< New.
[[nodiscard]] Result<Codebook> withEdited(const Codebook &book, const Code &code, const CodebookAuthor &author);
[[nodiscard]] Result<Codebook> withRenamed(
    const Codebook &book, const QString &id, const QString &name, const QString &title, const CodebookAuthor &author);
/// Several codes of one parent become a new one; the old ones are deprecated. Children move to the new code.
[[nodiscard]] Result<Codebook> withMerged(
    const Codebook &book, const QStringList &ids, Code into, const CodebookAuthor &author);
[[nodiscard]] Result<Codebook> withSplit(
    const Codebook &book, const QString &id, std::vector<Code> into, const CodebookAuthor &author);
[[nodiscard]] Result<Codebook> withDeprecated(const Codebook &book, const QString &id, const CodebookAuthor &author);
[[nodiscard]] Result<Codebook> withMoved(
    const Codebook &book, const QString &id, int by, const CodebookAuthor &author); ///< Among its siblings.

/// What a label of an earlier version is called in this one: its code, or the one code it was merged into; nothing
/// where a split leaves it open.
[[nodiscard]] std::optional<QString> currentCode(const Codebook &book, const QString &id);

/// Why a label cannot be committed under a codebook, as sentences; empty when it can.
[[nodiscard]] QStringList problemsOf(const Label &label, const Codebook &book);

[[nodiscard]] QByteArray codebookJson(const Codebook &book); ///< Canonical: equal books, equal bytes.
/// Errors: InvalidInput with the place.
[[nodiscard]] Result<Codebook> codebookFromJson(const QByteArray &json);

} // namespace Decayscope
