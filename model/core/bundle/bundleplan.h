// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/runfilter.h>
#include <figures/tablelook.h>
#include <publishing/figurelook.h>
#include <stats/scores.h>

namespace Decayscope {

/// What goes into a bundle and how it looks. Everything by default.
struct BundlePlan
{
    RunFilter filter;
    ScoreMode mode = ScoreMode::Strict;
    VerifierMode verifiers = VerifierMode::Reference;
    QString preset; ///< Venue of the figures by name; empty: the look's own size.
    FigureLook look;
    TableLook tables;
    QStringList figures; ///< By name; empty: all that have something to show.
    QStringList parts; ///< Tables and analyses by name; empty: all.
    bool anonymous = false; ///< Without names of users, hosts, paths and annotators.
    QStringList identities; ///< Further words that must not occur anywhere in an anonymous bundle.
};

/// A JSON document (schema 1), indented, ending with a newline; the same plan gives the same bytes.
[[nodiscard]] QByteArray bundlePlanDocument(const BundlePlan &plan);

/// Reads one; hostile input is expected. Errors name `source`, place and remedy.
[[nodiscard]] Result<BundlePlan> readBundlePlan(const QByteArray &document, const QString &source);

} // namespace Decayscope
