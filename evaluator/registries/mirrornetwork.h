// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QProcessEnvironment>

#include <memory>

class QNetworkAccessManager;

namespace Decayscope {

/// The way to registries that this program's environment prescribes: proxies and authorities of certificates.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> mirrorNetwork(const QProcessEnvironment &environment);

/// The proxy for an address by the variables `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, in small or
/// capital letters; that of the application where none of them is set.
[[nodiscard]] QNetworkProxy environmentProxy(const QUrl &url, const QProcessEnvironment &environment);

} // namespace Decayscope
