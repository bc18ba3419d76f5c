// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace Decayscope {

/// One package registry passed through: what is asked below `path` is fetched from `upstream`.
struct RegistryRoute
{
    QString path; ///< Such as "/_pypi/"; "/" is npm's.
    QString upstream; ///< Such as "https://registry.npmjs.org/".
    std::map<QString, QString> rewrites; ///< Address prefixes in answers → path of the route that serves them.
    QByteArray authorization; ///< Field sent to the upstream's host; never shown inside. Empty for none.

    bool operator==(const RegistryRoute &) const = default;
};

/// npm, PyPI and Node's headers, with the registries the user has configured for npm and pip in their place.
[[nodiscard]] std::vector<RegistryRoute> defaultRegistryRoutes();

/// Serves package registries into a sandbox: GET and HEAD only, below its routes only, from a cache on disk that all
/// runs share and only this process writes, so that no run can put anything into another's packages.
class RegistryMirror
{
public:
    /// `cacheFolder` is made where missing. Uses the proxy of the environment.
    RegistryMirror(std::vector<RegistryRoute> routes, const QString &cacheFolder);
    ~RegistryMirror();
    RegistryMirror(const RegistryMirror &) = delete;
    RegistryMirror &operator=(const RegistryMirror &) = delete;

    /// Serves a listening socket as long as the handle it gives lives, at most as long as the mirror; takes the
    /// descriptor over. Works in a thread of its own. Thread-safe. Errors: Internal.
    [[nodiscard]] Result<std::shared_ptr<void>> serve(int listeningSocket);

    /// Requests sent to registries so far. Thread-safe.
    [[nodiscard]] qint64 upstreamRequests() const;

    /// Environment for commands that see the mirror at 127.0.0.1:`port`: registry addresses for npm, pip, uv, node-gyp.
    [[nodiscard]] static std::map<QString, QString> environment(int port);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Decayscope
